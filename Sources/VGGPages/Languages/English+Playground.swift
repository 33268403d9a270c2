import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package var textHeading: String { "Configuration" }
  package var networkHeading: String { "Network" }
  package var layerHeading: String { "Layer" }
  package var layersHeading: String { "All layers" }
  package var editorLabel: String { "The configuration as YAML" }
  package var examplesLabel: String { "Examples" }
  package var modelLabel: String { "Model" }
  package var sizeLabel: String { "Image size" }
  package var drawingLabel: String { "Feature maps to scale" }
  package var linkLabel: String { "Link to this text" }
  package var save: String { "Save" }
  package var share: String { "Copy link" }
  package var format: String { "Format" }
  package var fixAll: String { "Apply every safe fix" }
  package var backToOwnSize: String { "Back to the text's size" }
  package var writeSize: String { "Write this size into the text" }
  package var backToFile: String { "Back to the file" }
  package var keyboardHint: String {
    "Point at a box or a row, or tap it, to see its layer; a click keeps it. With the keyboard, arrow keys go among the boxes."
  }

  package func verdict(errors: Int, warnings: Int) -> String {
    switch (errors, warnings) {
    case (0, 0): "The text is sound: every layer fits the next."
    case (0, _): "The text is sound, with \(counted(warnings, "warning"))."
    case (_, 0): "\(counted(errors, "error"))."
    default: "\(counted(errors, "error")) and \(counted(warnings, "warning"))."
    }
  }

  package func weightLayers(_ count: Int) -> String { counted(count, "weight layer") }

  package func stops(because reason: String) -> String { "The network stops here: \(reason)." }

  package func flattens(_ map: MapShape, _ count: Int, alike: ClosedRange<Int>?) -> String {
    let sizes = alike.map { range in
      range.count == 1
        ? ", as no other square image does"
        : ", as every square image from \(range.lowerBound) to \(range.upperBound) does"
    }
    return """
      This image leaves a map of \(map), \(grouped(count)) values for the first fully connected \
      layer\(sizes ?? "").
      """
  }

  package func pools(to map: MapShape, _ count: Int) -> String {
    """
    The adaptive pooling makes a map of \(map) of every image, so the first fully connected layer \
    always gets \(grouped(count)) values.
    """
  }

  package func smallest(_ side: Int) -> String {
    "The feature layers take square images from \(side) x \(side) on."
  }

  package var seesEverything: String { "sees the whole image" }
  package var isAPixel: String { "a pixel sees itself" }

  package func changedOnDisk(_ file: String) -> String {
    """
    \(printable(file)) has changed on disk since it was loaded here, so it was not written. Copy your \
    text, or a link to it, before you go back to the file.
    """
  }

  package func unwritable(_ file: String, _ reason: String) -> String {
    "\(printable(file)) cannot be written: \(printable(reason))."
  }

  package var notices: [String: String] {
    [
      "saved": "Saved.",
      "downloaded": "There is no file to save to, so the text went to your downloads.",
      "copied": "The link is copied. Whoever runs vggc playground can open it.",
      "copyByHand": "The browser did not let the page copy; copy the link by hand.",
      "linkOpened": "This text came with a link. It is in no file.",
      "exampleOpened": "This is one of the built-in configurations. It is in no file.",
      "badLink": "This link holds no text that can be read; perhaps it was cut.",
      "textTooLong": "The text is too long for a link.",
      "noKey":
        "The key is missing, or is that of an earlier run. Open the address that vggc printed.",
      "noServer":
        "vggc does not answer. Start vggc playground again, and open the address that it prints.",
      "why": "Why",
      "error": "Error",
      "warning": "Warning",
      "works": "works",
      "stops": "stops",
      "unsaved": "not saved",
      "loseChanges": "Your changes are not saved. Go on without them?",
    ]
  }
}
