import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func textTooLarge(mebibytes: Int) -> String {
    "the playground takes texts of up to \(mebibytes) MiB"
  }

  package func verdict(errors: Int, warnings: Int) -> String {
    switch (errors, warnings) {
    case (0, 0): "The text is sound: every layer fits the next."
    case (0, _): "The text is sound, with \(counted(warnings, "warning"))."
    case (_, 0): "\(counted(errors, "error"))."
    case (_, _): "\(counted(errors, "error")) and \(counted(warnings, "warning"))."
    }
  }

  package func weightLayers(_ count: Int) -> String { counted(count, "weight layer") }

  package func stops(because reason: String) -> String { "The network stops here: \(reason)." }

  package func scores(_ places: PlaneSize, from map: MapShape) -> String {
    """
    This image leaves a map of \(map), on which the classifier runs at \(places.height) x \(places.width) places; their \
    scores are averaged.
    """
  }

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

  package func changedOnDisk(_ file: String) -> String {
    """
    \(printable(file)) has changed on disk since it was loaded here, so it was not written. Copy your \
    text, or a link to it, before you go back to the file.
    """
  }

  package func unwritable(_ file: String, _ reason: String) -> String {
    "\(printable(file)) cannot be written: \(printable(reason))."
  }
}
