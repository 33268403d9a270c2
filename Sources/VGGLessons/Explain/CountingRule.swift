import VGGGraph

/// The rule by which a common tool counts the operations of a network.
///
/// The rules are those of the versions that ``OperationCounter`` names, read from their sources and
/// checked against their output.
struct CountingRule: Sendable {
  let counter: OperationCounter
  /// The tool's count for one layer; `nil` if it does not fit in 64 bits.
  let count: @Sendable (Layer) -> Int?

  func total(over layers: [Layer]) -> Int? {
    layers.reduce(Int?.some(0)) { sum, layer in
      guard let sum, let own = count(layer) else { return nil }
      return checkedSum(sum, own)
    }
  }
}

extension CountingRule {
  static let all = [
    vggc, torchvision, fvcore, thop, earlyThop, ptflops, torchinfo, flopCounter, receptiveField,
  ]

  static let vggc = CountingRule(counter: .vggc) { $0.macs }

  static let torchvision = CountingRule(counter: .torchvision) { $0.macs }

  static let fvcore = counted(by: .fvcore, \.fvcore)

  static let thop = counted(by: .thop, \.thop)

  static let earlyThop = counted(by: .earlyThop, \.earlyThop)

  static let ptflops = counted(by: .ptflops, \.ptflops)

  static let torchinfo = counted(by: .torchinfo, \.torchinfo)

  static let flopCounter = CountingRule(counter: .flopCounter) { checkedProduct(2, $0.macs) }

  static let receptiveField = counted(by: .receptiveField, \.receptiveField)

  private static func counted(
    by counter: OperationCounter, _ count: @escaping @Sendable (OperationCounts) -> Int?
  ) -> CountingRule {
    CountingRule(counter: counter) { layer in
      count(layer.kind.lesson.counts(in: layer))
    }
  }
}
