import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `input` key: `[3, 32, 32]`, `3x32x32` or `{channels: 3, height: 32, width: 32}`; 3 x 224 x
/// 224 if absent.
extension Resolver {
  private static let name = ModelKey.input.rawValue

  mutating func input(_ node: SyntaxNode?, in model: SourceRange) -> Spanned<MapShape>? {
    guard let node else { return Spanned(LanguageDefaults.input, at: model) }
    switch node.content {
    case .sequence(let items): return input(items, of: node)
    case .mapping(let entries): return input(entries, of: node)
    case .scalar(let scalar): return input(scalar, of: node)
    case .reported: return nil
    }
  }

  private mutating func input(_ items: [SyntaxNode], of node: SyntaxNode) -> Spanned<MapShape>? {
    guard items.count == 3 else {
      report(WrongType.count(.key(Self.name), .input, found: items.count), at: node.range)
      return nil
    }
    let channels = integer(items[0], of: InputKey.channels, called: .side(.channels, of: Self.name))
    let height = integer(items[1], of: InputKey.height, called: .side(.height, of: Self.name))
    let width = integer(items[2], of: InputKey.width, called: .side(.width, of: Self.name))
    return shape(channels: channels, height: height, width: width, at: node.range)
  }

  private mutating func input(_ entries: [SyntaxEntry], of node: SyntaxNode) -> Spanned<MapShape>? {
    let values = mapping(entries, keys: InputKey.self)
    let missing = InputKey.allCases.filter { values[$0] == nil }
    guard missing.isEmpty else {
      if !hasUnknownKey(entries, besides: InputKey.self) {
        report(MissingKey.keys(missing.map(\.rawValue), of: Self.name), at: node.range)
      }
      return nil
    }
    let channels = integer(.channels, in: values, called: .side(.channels, of: Self.name))
    let height = integer(.height, in: values, called: .side(.height, of: Self.name))
    let width = integer(.width, in: values, called: .side(.width, of: Self.name))
    return shape(channels: channels, height: height, width: width, at: node.range)
  }

  private mutating func input(_ scalar: Scalar, of node: SyntaxNode) -> Spanned<MapShape>? {
    guard scalar.value != .null, let shape = MapShape(parsing: scalar.text) else {
      report(WrongType.value(.key(Self.name), .input, seen: node.kind), at: node.range)
      return nil
    }
    guard shape.liesWithinBounds else {
      report(
        ValueOutOfRange.input(
          scalar.text, channels: LanguageBounds.channels, sides: LanguageBounds.imageSide),
        at: node.range)
      return nil
    }
    return Spanned(shape, at: node.range)
  }

  private func shape(
    channels: Spanned<Int>?, height: Spanned<Int>?, width: Spanned<Int>?, at range: SourceRange
  ) -> Spanned<MapShape>? {
    guard let channels, let height, let width else { return nil }
    return Spanned(
      MapShape(channels: channels.value, height: height.value, width: width.value), at: range)
  }
}

extension MapShape {
  /// Parses `3x224x224`; `nil` if the text is not three whole numbers with `x` between.
  package init?(parsing text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    self.init(channels: numbers[0], height: numbers[1], width: numbers[2])
  }

  /// Whether each side is within the language's bounds.
  package var liesWithinBounds: Bool {
    LanguageBounds.channels.contains(channels) && LanguageBounds.imageSide.contains(height)
      && LanguageBounds.imageSide.contains(width)
  }
}
