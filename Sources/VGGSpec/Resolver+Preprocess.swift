import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `preprocess` key: `{resize: 256, crop: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224,
/// 0.225]}`.
extension Resolver {
  mutating func preprocess(_ node: SyntaxNode) -> PreprocessSpec? {
    if case .reported = node.content { return nil }
    guard case .mapping(let entries) = node.content else {
      report(
        WrongType.value(.key(ModelKey.preprocess.rawValue), .preprocess, seen: node.kind),
        at: node.range)
      return nil
    }
    let values = mapping(entries, keys: PreprocessKey.self)
    var spec = PreprocessSpec()
    spec.resize = integer(.resize, in: values)
    spec.crop = values[.crop].flatMap {
      plane($0, of: PreprocessKey.crop.rawValue, expected: .size)
    }
    spec.mean = values[.mean].flatMap { perChannel($0, of: .mean) }
    spec.deviation = values[.std].flatMap { perChannel($0, of: .std) }
    return spec
  }

  private mutating func perChannel(
    _ node: SyntaxNode, of key: PreprocessKey
  ) -> Spanned<[Double]>? {
    guard case .sequence(let items) = node.content else {
      return number(node, of: key)?.map { [$0] }
    }
    let numbers = items.compactMap { number($0, of: key)?.value }
    return numbers.count == items.count ? Spanned(numbers, at: node.range) : nil
  }
}
