import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ExtendsCycle) -> FindingWords {
    switch finding {
    case .cycle(let chain):
      FindingWords(
        "circular `extends`: \(chain.joined(separator: " -> "))",
        notes: [
          Note(
            "extend a built-in configuration, such as D, or a file that doesn't lead back here")
        ])
    case .tooDeep(let limit):
      FindingWords(
        "the chain of `extends` has more than \(limit) configurations; merge some of them")
    }
  }
}
