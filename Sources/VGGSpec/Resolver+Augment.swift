import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `augment` key: `{crop: {scale: [0.08, 1], ratio: [0.75, 1.3333]}, flip: 0.5}`.
extension Resolver {
  mutating func augment(_ node: SyntaxNode) -> AugmentSpec? {
    if case .reported = node.content { return nil }
    guard case .mapping(let entries) = node.content else {
      report(
        WrongType.value(.key(ModelKey.augment.rawValue), .augment, seen: node.kind), at: node.range)
      return nil
    }
    let values = mapping(entries, keys: AugmentKey.self)
    var spec = AugmentSpec()
    spec.crop = values[.crop].flatMap { randomCrop($0) }
    spec.flip = number(.flip, in: values)
    return spec
  }

  private mutating func randomCrop(_ node: SyntaxNode) -> Spanned<RandomCrop>? {
    switch node.content {
    case .reported: return nil
    case .scalar(let scalar) where scalar.text == "none" || scalar.value == .null:
      return Spanned(.none, at: node.range)
    case .scalar(let scalar) where scalar.text == "random":
      return Spanned(.standard, at: node.range)
    case .mapping(let entries):
      return randomCrop(entries).map { Spanned($0, at: node.range) }
    case .scalar, .sequence:
      report(
        WrongType.value(.key(AugmentKey.crop.rawValue), .randomCrop, seen: node.kind),
        at: node.range)
      return nil
    }
  }

  private mutating func randomCrop(_ entries: [SyntaxEntry]) -> RandomCrop? {
    let before = diagnostics.count
    let values = mapping(entries, keys: RandomCropKey.self)
    let scale = values[.scale].map { bounds($0, of: .scale) }
    let ratio = values[.ratio].map { bounds($0, of: .ratio) }
    let padding = values[.padding].map { _ in integer(.padding, in: values)?.value }
    if padding != nil,
      let other = entries.first(where: { ["scale", "ratio"].contains($0.key.value) })
    {
      report(
        ConflictingKeys.alternatives(
          RandomCropKey.padding.rawValue, other.key.value, of: .randomCrop), at: other.key.range)
    }
    guard diagnostics.count == before else { return nil }
    if let padding { return padding.map { .padded($0) } }
    return .resized(
      scale: (scale ?? nil) ?? RandomCrop.standardScale,
      ratio: (ratio ?? nil) ?? RandomCrop.standardRatio)
  }

  /// A list of two numbers, the smaller first.
  private mutating func bounds(
    _ node: SyntaxNode, of key: RandomCropKey
  ) -> ClosedRange<Double>? {
    let subject = Subject.key(key.rawValue)
    guard let items = items(node, of: subject, expected: .bounds) else { return nil }
    guard items.count == 2 else {
      report(WrongType.count(subject, .bounds, found: items.count), at: node.range)
      return nil
    }
    let numbers = items.compactMap { number($0, of: subject, in: key.meaning.form.numbers) }
    guard numbers.count == 2 else { return nil }
    guard numbers[0].value <= numbers[1].value else {
      report(
        ValueOutOfRange.boundsOutOfOrder(numbers.map(\.value), of: subject), at: node.range)
      return nil
    }
    return numbers[0].value...numbers[1].value
  }
}
