import VGGDiagnostics
import VGGSyntax

/// The `features` key: the cfg list, each entry in torchvision's notation, the paper's, or spelled
/// out.
extension Resolver {
  mutating func features(
    _ keys: InheritedKeys
  ) -> (elements: [Spanned<FeatureElement>], range: SourceRange) {
    guard let node = keys.first(.features) else {
      if !keys.mayHoldMore {
        report(.missingFeatures(at: keys.range))
      }
      return ([Spanned(.unknown, at: keys.range)], keys.range)
    }
    let expected = "a list such as [64, M, 128, M]"
    guard let items = items(node, of: "features", expected: expected) else {
      return ([Spanned(.unknown, at: node.range)], node.range)
    }
    guard items.count <= LanguageBounds.elementCount else {
      report(.tooManyElements(items.count, of: "features", at: node.range))
      return ([Spanned(.unknown, at: node.range)], node.range)
    }
    if items.isEmpty { report(.emptyFeatures(at: node.range)) }
    return (items.map { Spanned(feature($0), at: $0.range) }, node.range)
  }

  private mutating func feature(_ node: SyntaxNode) -> FeatureElement {
    switch node.content {
    case .scalar(let scalar): return feature(scalar, at: node)
    case .mapping(let entries): return feature(entries, at: node)
    case .sequence:
      report(.nestedFeatures(at: node.range))
      return .unknown
    case .reported: return .unknown
    }
  }

  // MARK: - Short forms

  private mutating func feature(_ scalar: Scalar, at node: SyntaxNode) -> FeatureElement {
    switch scalar.value {
    case .int, .integerOverflow:
      let what = "a convolution's output channels"
      guard let channels = integer(node, of: what, in: LanguageBounds.channels) else {
        return .unknown
      }
      return .convolution(ConvolutionSpec(outputChannels: channels.value))
    case .string(let text):
      return feature(text, isPlain: scalar.isPlain, at: node.range)
    default:
      report(.wrongType(of: "a features entry", expected: "a number of channels, M or LRN", node))
      return .unknown
    }
  }

  private mutating func feature(_ text: String, isPlain: Bool, at range: SourceRange)
    -> FeatureElement
  {
    switch text {
    case "M", "maxpool": return .maxPool(MaxPoolSpec())
    case "LRN": return .localResponseNorm(LocalResponseNormSpec())
    case "C":
      report(.ceilPoolLetter(at: range))
      return .unknown
    case "A":
      report(.averagePoolLetter(at: range))
      return .unknown
    default: break
    }
    if let notation = ConvolutionNotation(text) {
      guard LanguageBounds.kernel.contains(notation.kernel),
        LanguageBounds.channels.contains(notation.channels)
      else {
        report(.notationOutOfRange(text, at: range))
        return .unknown
      }
      guard !notation.seemsSwapped else {
        report(.swappedNotation(notation, at: range))
        return .unknown
      }
      return .convolution(
        ConvolutionSpec(outputChannels: notation.channels, kernel: notation.kernel))
    }
    if isPlain, let pair = UnspacedPair(Spanned(text, at: range)) {
      report(.missingSpace(pair))
    } else if !isPlain, Int(text) != nil {
      report(
        .quoted(
          text, of: "a convolution's output channels", expected: "a number", at: range))
    } else {
      report(.unknownFeature(text, at: range))
    }
    return .unknown
  }

  // MARK: - Spelled out

  private static let heads: [(key: String, name: String)] = [
    (ConvolutionKey.conv.rawValue, "convolution"), (MaxPoolKey.maxpool.rawValue, "max pooling"),
    (AveragePoolKey.avgpool.rawValue, "average pooling"),
    (LocalResponseNormKey.lrn.rawValue, "local response normalisation"),
    (DropoutKey.dropout.rawValue, "dropout"),
  ]

  private mutating func feature(_ entries: [SyntaxEntry], at node: SyntaxNode) -> FeatureElement {
    let present = entries.filter { entry in Self.heads.contains { $0.key == entry.key.value } }
    guard let head = present.first else {
      report(.featureWithoutKind(entries.first?.key, known: Self.heads.map(\.key), at: node.range))
      return .unknown
    }
    if present.count > 1 {
      report(.twoKinds(head.key.value, present[1].key))
      return .unknown
    }
    switch head.key.value {
    case ConvolutionKey.conv.rawValue: return convolution(entries)
    case MaxPoolKey.maxpool.rawValue: return maxPool(entries)
    case AveragePoolKey.avgpool.rawValue: return averagePoolElement(entries)
    case LocalResponseNormKey.lrn.rawValue: return localResponseNorm(entries)
    default: return dropout(entries)
    }
  }

  private mutating func convolution(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, of: "a convolution", keys: ConvolutionKey.self)
    let channels = values[.conv].flatMap {
      integer($0, of: "a convolution's output channels", in: LanguageBounds.channels)
    }
    let kernel = values[.kernel].flatMap { integer($0, of: "kernel", in: LanguageBounds.kernel) }
    let stride = values[.stride].flatMap { integer($0, of: "stride", in: LanguageBounds.stride) }
    let padding = values[.padding].flatMap {
      integer($0, of: "padding", in: LanguageBounds.padding)
    }
    let bias = values[.bias].flatMap { truth($0, of: "bias") }
    let input = values[.in].flatMap { integer($0, of: "in", in: LanguageBounds.channels) }
    guard diagnostics.count == before, let channels else { return .unknown }
    return .convolution(
      ConvolutionSpec(
        outputChannels: channels.value, statedInput: input, kernel: kernel?.value ?? 3,
        stride: stride?.value ?? 1, padding: padding?.value, bias: bias?.value ?? true))
  }

  private mutating func maxPool(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, of: "a max pooling", keys: MaxPoolKey.self)
    let kernel = values[.maxpool].flatMap { integer($0, of: "maxpool", in: LanguageBounds.kernel) }
    let stride = values[.stride].flatMap { integer($0, of: "stride", in: LanguageBounds.stride) }
    let padding = values[.padding].flatMap {
      integer($0, of: "padding", in: LanguageBounds.padding)
    }
    let ceil = values[.ceil].flatMap { truth($0, of: "ceil") }
    guard diagnostics.count == before, let kernel else { return .unknown }
    if let padding, padding.value > kernel.value / 2 {
      report(.poolPadding(padding, kernel: kernel.value))
      return .unknown
    }
    return .maxPool(
      MaxPoolSpec(
        kernel: kernel.value, stride: stride?.value ?? kernel.value, padding: padding?.value ?? 0,
        ceil: ceil?.value ?? false))
  }

  private mutating func averagePoolElement(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, of: "an average pooling", keys: AveragePoolKey.self)
    let kernel = values[.avgpool].flatMap { integer($0, of: "avgpool", in: LanguageBounds.kernel) }
    let stride = values[.stride].flatMap { integer($0, of: "stride", in: LanguageBounds.stride) }
    guard diagnostics.count == before, let kernel else { return .unknown }
    return .averagePool(
      AveragePoolSpec(kernel: kernel.value, stride: stride?.value ?? kernel.value))
  }

  private mutating func localResponseNorm(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, of: "LRN", keys: LocalResponseNormKey.self)
    var spec = LocalResponseNormSpec()
    if let node = values[.lrn] {
      spec.size = integer(node, of: "lrn", in: LanguageBounds.normalizationSize)?.value ?? spec.size
    }
    if let node = values[.alpha] {
      spec.alpha = number(node, of: "alpha", in: 0...1e6)?.value ?? spec.alpha
    }
    if let node = values[.beta] {
      spec.beta = number(node, of: "beta", in: 0...1e3)?.value ?? spec.beta
    }
    if let node = values[.k] { spec.k = number(node, of: "k", in: 1e-6...1e6)?.value ?? spec.k }
    return diagnostics.count == before ? .localResponseNorm(spec) : .unknown
  }

  private mutating func dropout(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, of: "dropout", keys: DropoutKey.self)
    let probability = values[.dropout].flatMap { number($0, of: "dropout", in: 0...1) }
    guard diagnostics.count == before, let probability else { return .unknown }
    return .dropout(probability.value)
  }
}
