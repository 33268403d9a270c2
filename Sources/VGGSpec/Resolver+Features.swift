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
    case .null, .bool, .float:
      report(.wrongType(of: "a features entry", expected: "a number of channels, M or LRN", node))
      return .unknown
    }
  }

  private mutating func feature(_ text: String, isPlain: Bool, at range: SourceRange)
    -> FeatureElement
  {
    switch FeatureWord(rawValue: text) {
    case .letter, .maxpool: return .maxPool(MaxPoolSpec())
    case .lrn: return .localResponseNorm(LocalResponseNormSpec())
    case nil: break
    }
    switch text {
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

  private mutating func feature(_ entries: [SyntaxEntry], at node: SyntaxNode) -> FeatureElement {
    let present = entries.compactMap { entry in
      FeatureHead(rawValue: entry.key.value).map { ($0, entry.key) }
    }
    guard let (head, _) = present.first else {
      let known = FeatureHead.allCases.map(\.rawValue)
      report(.featureWithoutKind(entries.first?.key, known: known, at: node.range))
      return .unknown
    }
    if present.count > 1 {
      report(.twoKinds(head.rawValue, present[1].1))
      return .unknown
    }
    switch head {
    case .conv: return convolution(entries)
    case .maxpool: return maxPool(entries)
    case .avgpool: return averagePoolElement(entries)
    case .lrn: return localResponseNorm(entries)
    case .dropout: return dropout(entries)
    }
  }

  private mutating func convolution(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: ConvolutionKey.self)
    let channels = integer(.conv, in: values, called: "a convolution's output channels")
    let kernel = integer(.kernel, in: values)
    let stride = integer(.stride, in: values)
    let padding = integer(.padding, in: values)
    let bias = truth(.bias, in: values)
    let input = integer(.in, in: values)
    guard diagnostics.count == before, let channels else { return .unknown }
    return .convolution(
      ConvolutionSpec(
        outputChannels: channels.value, statedInput: input,
        kernel: kernel?.value ?? LanguageDefaults.kernel,
        stride: stride?.value ?? LanguageDefaults.stride, padding: padding?.value,
        bias: bias?.value ?? LanguageDefaults.bias))
  }

  private mutating func maxPool(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: MaxPoolKey.self)
    let kernel = integer(.maxpool, in: values)
    let stride = integer(.stride, in: values)
    let padding = integer(.padding, in: values)
    let ceil = truth(.ceil, in: values)
    guard diagnostics.count == before, let kernel else { return .unknown }
    if let padding, padding.value > kernel.value / 2 {
      report(.poolPadding(padding, kernel: kernel.value))
      return .unknown
    }
    return .maxPool(
      MaxPoolSpec(
        kernel: kernel.value, stride: stride?.value,
        padding: padding?.value ?? LanguageDefaults.poolPadding,
        ceil: ceil?.value ?? LanguageDefaults.poolCeil))
  }

  private mutating func averagePoolElement(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: AveragePoolKey.self)
    let kernel = integer(.avgpool, in: values)
    let stride = integer(.stride, in: values)
    guard diagnostics.count == before, let kernel else { return .unknown }
    return .averagePool(AveragePoolSpec(kernel: kernel.value, stride: stride?.value))
  }

  private mutating func localResponseNorm(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: LocalResponseNormKey.self)
    var spec = LocalResponseNormSpec()
    spec.size = integer(.lrn, in: values)?.value ?? spec.size
    spec.alpha = number(.alpha, in: values)?.value ?? spec.alpha
    spec.beta = number(.beta, in: values)?.value ?? spec.beta
    spec.k = number(.k, in: values)?.value ?? spec.k
    return diagnostics.count == before ? .localResponseNorm(spec) : .unknown
  }

  private mutating func dropout(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: DropoutKey.self)
    let probability = number(.dropout, in: values)
    guard diagnostics.count == before, let probability else { return .unknown }
    return .dropout(probability.value)
  }
}
