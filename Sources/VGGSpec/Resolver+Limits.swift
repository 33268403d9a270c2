import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `limits` key: `{parameters: 20M, macs: 2G, activations: 64MiB}`.
extension Resolver {
  mutating func limits(_ node: SyntaxNode) -> [Spanned<Limit>] {
    if case .reported = node.content { return [] }
    guard case .mapping(let entries) = node.content else {
      report(
        WrongType.value(.key(ModelKey.limits.rawValue), .limits, seen: node.kind), at: node.range)
      return []
    }
    let values = mapping(entries, keys: LimitKey.self)
    return LimitKey.allCases.compactMap { key in
      values[key].flatMap { limit($0, key) }
    }
  }

  private mutating func limit(_ node: SyntaxNode, _ key: LimitKey) -> Spanned<Limit>? {
    if case .reported = node.content { return nil }
    let isBytes = key == .activations
    guard case .scalar(let scalar) = node.content,
      let maximum = Quantity(parsing: scalar.text, inBytes: isBytes)?.value
    else {
      let subject = Subject.key("\(ModelKey.limits.rawValue).\(key.rawValue)")
      report(
        WrongType.value(subject, isBytes ? .byteCount : .count, seen: node.kind), at: node.range)
      return nil
    }
    let quantity: LimitedQuantity =
      switch key {
      case .parameters: .parameters
      case .macs: .macs
      case .activations: .activations
      }
    return Spanned(Limit(quantity, maximum: maximum), at: node.range)
  }
}
