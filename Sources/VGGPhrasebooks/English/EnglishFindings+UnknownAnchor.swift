import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnknownAnchor) -> FindingWords {
    switch finding {
    case .missing(let name, let known):
      let list = known.map { "&\(shortened($0))" }.joined(separator: ", ")
      return FindingWords(
        "alias `*\(shortened(name))` has no anchor before it",
        notes: [
          Note(
            known.isEmpty
              ? "put &\(shortened(name)) before the value to repeat"
              : "anchors so far: \(list)")
        ])
    case .recursive(let name, let anchor):
      return FindingWords(
        "alias `*\(shortened(name))` is inside the value that it repeats",
        notes: [Note("&\(shortened(name)) starts here", at: anchor)])
    }
  }
}
