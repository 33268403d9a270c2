import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: NetworkEnd) -> FindingWords {
    switch finding {
    case .unknownLayer(let name, let nearest, let last):
      FindingWords(
        "the network has no layer `\(shortened(name))`", label: nearest.map(didYouMean),
        notes: nearest == nil
          ? [
            Note(
              "`vggc summary` lists the layers, by the paper's names and torchvision's"
                + (last.map { "; the last one is \($0)" } ?? ""))
          ] : [])
    case .notReached(let key, let last, let until):
      FindingWords(
        "`\(key)` comes after the network's end",
        notes: [
          Note("the network ends at \(shortened(last))", at: until),
          Note("remove `\(key)`, or `until`"),
        ])
    case .labelsWithoutClasses(let classifier):
      FindingWords(
        "a network without a classifier has no classes to name",
        notes: [Note("the network ends with its last feature map", at: classifier)])
    case .nothingComputed:
      FindingWords(
        "this network computes nothing: without a classifier it needs a layer that changes values")
    }
  }
}
