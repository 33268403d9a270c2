import VGGDiagnostics
import VGGFindings
import VGGPhotoFit
import VGGSyntax

/// The `preprocess` key: `{resize: 256, interpolation: bilinear, crop: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224,
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
    spec.resize = values[.resize].flatMap { resize($0) }
    spec.interpolation = values[.interpolation].flatMap { interpolation($0) }
    spec.crop = values[.crop].flatMap {
      plane($0, of: PreprocessKey.crop.rawValue, expected: .size)
    }
    spec.mean = values[.mean].flatMap { perChannel($0, of: .mean) }
    spec.deviation = values[.std].flatMap { perChannel($0, of: .std) }
    return spec
  }

  /// `256`, `[64, 128]` or `none`.
  private mutating func resize(_ node: SyntaxNode) -> Spanned<PhotoResize>? {
    if case .scalar(let scalar) = node.content, scalar.text == "none" {
      return Spanned(.unchanged, at: node.range)
    }
    return plane(node, of: PreprocessKey.resize.rawValue, expected: .resize)?.map { size in
      if case .sequence = node.content { return .size(height: size.height, width: size.width) }
      return .shorterSide(size.height)
    }
  }

  private mutating func interpolation(_ node: SyntaxNode) -> Spanned<PhotoInterpolation>? {
    guard let name = text(node, of: .key(PreprocessKey.interpolation.rawValue)) else { return nil }
    guard let interpolation = PhotoInterpolation(rawValue: name.value) else {
      let known = PhotoInterpolation.allCases.map(\.rawValue)
      let nearest = nearestName(to: name.value, among: known)
      report(
        UnknownElement.interpolation(name.value, known: known, nearest: nearest), at: name.range)
      return nil
    }
    return Spanned(interpolation, at: node.range)
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
