import VGGDiagnostics
import VGGSyntax

/// The `limits` key: `{parameters: 20M, macs: 2G, activations: 64MiB}`.
extension Resolver {
  mutating func limits(_ node: SyntaxNode) -> [Spanned<Limit>] {
    if case .reported = node.content { return [] }
    guard case .mapping(let entries) = node.content else {
      report(
        .wrongType(of: "limits", expected: "a mapping with parameters, macs and activations", node))
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
      let form = isBytes ? "a size such as 64MiB" : "a count such as 20M"
      report(.wrongType(of: "limits.\(key.rawValue)", expected: form, node))
      return nil
    }
    let quantity: Limit.Quantity =
      switch key {
      case .parameters: .parameters
      case .macs: .macs
      case .activations: .activations
      }
    return Spanned(Limit(quantity, maximum: maximum), at: node.range)
  }
}
