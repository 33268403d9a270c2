import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ExtendsCycle) -> FindingWords {
    switch finding {
    case .cycle(let chain):
      FindingWords(
        "this configuration extends itself: \(chain.joined(separator: " -> "))",
        notes: [
          Note(
            "extend a built-in configuration, such as D, or a file that does not lead back here")
        ])
    case .tooDeep(let limit):
      FindingWords("more than \(limit) configurations extend each other; join some of them")
    }
  }
}
