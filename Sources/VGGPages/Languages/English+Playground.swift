import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func words(for refusal: PageRefusal) -> String {
    switch refusal {
    case .notHTTP: "this is not an HTTP request"
    case .longHeader: "the request's header is too long"
    case .timeout: "the request timed out"
    case .busy: "the server's memory for clients is full; try again"
    case .otherHost(let host): "the host must be \(host)"
    case .otherPage: "requests from other pages are not allowed"
    case .wrongKey: "the key is missing or wrong: open the address that vggc printed"
    case .noPage: "there is no such page"
    case .otherMethod(let allowed): "allowed methods: \(allowed)"
    case .otherType(let type): "the content type must be \(type)"
    case .noQuestion: "the request is not a JSON object with a text"
    case .textTooLarge(let mebibytes): "the playground accepts texts of up to \(mebibytes) MiB"
    case .textNotUTF8: "the text is not UTF-8"
    case .noVersion: "If-Match must name the version to replace"
    case .changedOnDisk(let file):
      """
      \(printable(file)) has changed on disk since it was loaded here, so your text was not saved. Copy \
      it, or a link to it, before you go back to the file.
      """
    case .unwritable(let file, let reason):
      "\(printable(file)) cannot be written: \(printable(findings.writingReason(reason)))."
    case .unencodable: "the answer can't be encoded"
    }
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
}
