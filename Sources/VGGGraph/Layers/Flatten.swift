import VGGDiagnostics

/// A map's values as a vector: channel by channel, row by row (`torch.flatten(x, 1)`).
package struct Flatten: Hashable, Sendable {
  package init() {}
}

extension Flatten: LayerOperation {
  package static let name = "flatten"
  package static let group = LayerGroup.flatten
  package static let paperName = PaperNameRule.only("flatten")
  package static let worksInPlace = true

  package var kind: LayerKind { .flatten(self) }

  package var notation: String { "flatten" }

  package func output(for input: Shape) -> Shape? {
    input.checkedElementCount.map(Shape.vector)
  }

  package func sizeFormulas(for input: Shape) -> [String] {
    guard case .map(let map) = input else { return [] }
    return ["\(map.channels) * \(map.height) * \(map.width) = \(grouped(input.elementCount))"]
  }

  package func receptiveFieldEffect(on input: Shape) -> ReceptiveFieldEffect { .endsIt }
}
