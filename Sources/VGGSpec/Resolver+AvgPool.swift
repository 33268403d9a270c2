import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `avgpool` key: `none`, `7`, or `[7, 7]`.
extension Resolver {
  mutating func averagePool(_ node: SyntaxNode?) -> AdaptivePoolSpec {
    guard let node else { return .none }
    if case .scalar(let scalar) = node.content, scalar.text == "none" || scalar.value == .null {
      return .none
    }
    let name = ModelKey.avgpool.rawValue
    guard let size = plane(node, of: name, expected: .averagePool) else { return .unknown }
    return .size(size)
  }

  /// A height and a width: one number for both, or a list of two.
  mutating func plane(
    _ node: SyntaxNode, of key: String, expected expectation: Expectation
  ) -> Spanned<PlaneSize>? {
    switch node.content {
    case .reported: return nil
    case .sequence(let items):
      return pair(
        items, at: node.range, of: key, in: LanguageBounds.imageSide, expected: expectation)?
        .map { PlaneSize(height: $0.height, width: $0.width) }
    case .scalar(let scalar):
      switch scalar.value {
      case .int, .integerOverflow: break
      case .string(let text) where !scalar.isPlain && Int(text) != nil: break
      case .null, .bool, .float, .string:
        report(WrongType.value(.key(key), expectation, seen: node.kind), at: node.range)
        return nil
      }
      return integer(node, of: .key(key), in: LanguageBounds.imageSide)?.map {
        PlaneSize(height: $0, width: $0)
      }
    case .mapping:
      report(WrongType.value(.key(key), expectation, seen: node.kind), at: node.range)
      return nil
    }
  }

  /// A list of a height and a width.
  mutating func pair(
    _ items: [SyntaxNode], at range: SourceRange, of key: String, in bounds: ClosedRange<Int>,
    expected expectation: Expectation
  ) -> Spanned<Sides>? {
    guard items.count == 2 else {
      report(WrongType.count(.key(key), expectation, found: items.count), at: range)
      return nil
    }
    let height = integer(items[0], of: .side(.height, of: key), in: bounds)
    let width = integer(items[1], of: .side(.width, of: key), in: bounds)
    guard let height, let width else { return nil }
    return Spanned(Sides(height: height.value, width: width.value), at: range)
  }
}
