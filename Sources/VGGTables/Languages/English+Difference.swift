import VGGDiagnostics
import VGGMarkup

extension English {
  package var differenceTexts: DifferenceTexts {
    DifferenceTexts(
      noDifference: "No difference.",
      sameLayers: "The layers are the same.",
      layerColumns: [
        "layer", "torchvision", "notation", "output", "parameters", "MACs", "RF",
      ],
      marks: """
        + added, - removed, ~ different numbers, . the same layer with a different input or cost (ReLU and dropout \
        not shown); parameters and MACs are differences.
        """,
      totalColumns: ["total", "before", "after", "difference"])
  }

  package func onlyInFirst(_ name: String) -> String { "\(name): only in the first" }

  package func onlyInSecond(_ name: String) -> String { "\(name): only in the second" }

  package func same(_ layers: Int) -> String { "(\(counted(layers, "layer")) the same)" }

  package func words(for value: SettingValue) -> String {
    switch value {
    case .text(let text): text
    case .none: "none"
    case .squashed(let size): "squashed to \(size)"
    case .cover(let size): "cover \(size)"
    case .padding(let pixels): "padding \(pixels)"
    case .ranges(let scale, let ratio):
      "scale \(scale.least) to \(scale.greatest), ratio \(ratio.least) to \(ratio.greatest)"
    case .names(let count, let first):
      [counted(count, "name"), first.map { "no. \($0.number) \($0.name)" }]
        .compactMap { $0 }.joined(separator: ", ")
    }
  }

  package func weightsFit(_ count: Int, of old: String, in new: String) -> String {
    "Weights of \(old) fit \(new) unchanged: \(counted(count, "tensor"))."
  }

  package func weightsDiffer(
    _ fitting: Int, _ groups: [(count: Int, group: WeightGroup)], of old: String, in new: String
  ) -> String {
    let words = groups.map { "\(grouped($0.count)) \(short($0.group))" }
    return "A weight file of \(old), loaded by name into \(new): "
      + listing([counted(fitting, "matching tensor")] + words) + "."
  }

  private func short(_ group: WeightGroup) -> String {
    switch group {
    case .reshaped: "with a different shape"
    case .misplaced: "of a different layer with the same name"
    case .added, .removed, .moved: heading(of: group)
    }
  }

  package func heading(of group: WeightGroup) -> String {
    switch group {
    case .reshaped: "different shape"
    case .added: "new"
    case .removed: "left over"
    case .misplaced: "same name and shape, different layer"
    case .moved: "same layer and shape, different name"
    }
  }
}
