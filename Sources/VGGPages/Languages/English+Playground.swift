import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func textTooLarge(mebibytes: Int) -> String {
    "the playground accepts texts of up to \(mebibytes) MiB"
  }

  package func verdict(errors: Int, warnings: Int) -> String {
    switch (errors, warnings) {
    case (0, 0): "No problems found: every layer fits the next."
    case (0, _): "No errors, \(counted(warnings, "warning"))."
    case (_, 0): "\(counted(errors, "error"))."
    case (_, _): "\(counted(errors, "error")) and \(counted(warnings, "warning"))."
    }
  }

  package func weightLayers(_ count: Int) -> String { counted(count, "weight layer") }

  package func stops(because reason: String) -> String { "The network stops here: \(reason)." }

  package func scores(_ places: PlaneSize, from map: MapShape) -> String {
    """
    At this size the last map is \(map), and the classifier runs at \(places.height) x \(places.width) positions of it; \
    their scores are averaged.
    """
  }

  package func flattens(_ map: MapShape, _ count: Int, alike: ClosedRange<Int>?) -> String {
    let sizes = alike.map { range in
      range.count == 1
        ? "; no other square image has the same map"
        : "; every square image from \(range.lowerBound) to \(range.upperBound) has the same map"
    }
    return """
      At this size the last map is \(map), \(grouped(count)) values for the first fully connected \
      layer\(sizes ?? "").
      """
  }

  package func pools(to map: MapShape, _ count: Int) -> String {
    """
    The adaptive pooling layer outputs a map of \(map) for every image, so the first fully connected \
    layer always gets \(grouped(count)) values.
    """
  }

  package func smallest(_ side: Int) -> String {
    "The smallest square image for the feature layers is \(side) x \(side)."
  }

  package func changedOnDisk(_ file: String) -> String {
    """
    \(printable(file)) has changed on disk since it was loaded here, so your text was not saved. Copy \
    it, or a link to it, before you go back to the file.
    """
  }

  package func unwritable(_ file: String, _ reason: String) -> String {
    "\(printable(file)) cannot be written: \(printable(reason))."
  }
}
