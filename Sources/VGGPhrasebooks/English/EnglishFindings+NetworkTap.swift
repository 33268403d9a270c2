import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: NetworkTap) -> FindingWords {
    switch finding {
    case .unknownLayer(let name, let nearest, let layers):
      FindingWords(
        "the network has no layer `\(shortened(name))`", label: nearest.map(didYouMean),
        notes: (nearest == nil
          ? [Note("`vggc summary` lists the layers, by the paper's names and torchvision's")]
          : [])
          + (layers.map {
            [
              Note(
                "the network that inherits the taps has these layers; `taps: []` drops the taps",
                at: $0
              )
            ]
          } ?? []))
    case .afterEnd(let name, let last, let until):
      FindingWords(
        "`\(shortened(name))` comes after the network's end",
        notes: [Note("the network ends at \(shortened(last))", at: until)])
    case .isOutput(let name):
      FindingWords(
        "`\(shortened(name))` is already the network's output",
        notes: [Note("remove it from `taps`")])
    case .repeated(let name, let first, let range):
      FindingWords(
        name == first
          ? "`\(shortened(name))` is tapped twice"
          : "`\(shortened(name))` and `\(shortened(first))` are the same layer",
        notes: [Note("it is tapped here", at: range), Note("remove one of the two")])
    case .dropout(let name, let before):
      FindingWords(
        "`\(shortened(name))` is dropout, which changes nothing after training",
        notes: [
          Note(before.map { "it passes on the values of \($0)" } ?? "it passes on the image")
        ])
    }
  }
}
