import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnknownAnchor) -> FindingWords {
    switch finding {
    case .missing(let name, let known):
      let list = known.map { "&\(shortened($0))" }.joined(separator: ", ")
      return FindingWords(
        "no anchor &\(shortened(name)) stands before this alias",
        notes: [
          Note(
            known.isEmpty
              ? "put &\(shortened(name)) before the value that is to be repeated"
              : "anchors before it: \(list)")
        ])
    case .recursive(let name, let anchor):
      return FindingWords(
        "the alias *\(shortened(name)) stands inside the value that it repeats",
        notes: [Note("&\(shortened(name)) starts here", at: anchor)])
    }
  }
}
