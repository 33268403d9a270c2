import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `features` key: the cfg list, each entry in torchvision's notation, the paper's, or spelled
/// out.
extension Resolver {
  mutating func features(
    _ keys: InheritedKeys, _ activation: ActivationChoice
  ) -> (elements: [Spanned<FeatureElement>], range: SourceRange) {
    guard let node = keys.first(.features) else {
      if !keys.mayHoldMore {
        report(MissingKey.features, at: keys.range.firstCharacter)
      }
      return ([Spanned(.unknown, at: keys.range)], keys.range)
    }
    let name = ModelKey.features.rawValue
    guard let items = items(node, of: .key(name), expected: .features) else {
      return ([Spanned(.unknown, at: node.range)], node.range)
    }
    guard items.count <= LanguageBounds.elementCount else {
      reportTooMany(items.count, of: name, at: node.range)
      return ([Spanned(.unknown, at: node.range)], node.range)
    }
    if items.isEmpty { report(MissingKey.emptyFeatures, at: node.range) }
    let elements = items.indices.compactMap { index in
      feature(at: index, of: items).map { Spanned($0, at: items[index].range) }
    }
    return (
      withoutRepeatedActivations(elements, of: items.map(\.range), after: activation), node.range
    )
  }

  /// An entry; `nil` for one that has no effect and has been reported.
  private mutating func feature(at index: Int, of items: [SyntaxNode]) -> FeatureElement? {
    let node = items[index]
    if case .scalar(let scalar) = node.content, let word = OtherLayer(scalar) {
      return report(word, at: index, of: items)
    }
    switch node.content {
    case .scalar(let scalar): return feature(scalar, at: node)
    case .mapping(let entries): return feature(entries, at: node)
    case .sequence:
      report(WrongType.nestedFeatures, at: node.range)
      return .unknown
    case .reported: return .unknown
    }
  }

  // MARK: - Short forms

  private mutating func feature(_ scalar: Scalar, at node: SyntaxNode) -> FeatureElement {
    switch scalar.value {
    case .int, .integerOverflow:
      guard let channels = integer(node, of: .outputChannels, in: LanguageBounds.channels) else {
        return .unknown
      }
      return .convolution(ConvolutionSpec(outputChannels: channels.value))
    case .string(let text):
      return feature(text, isPlain: scalar.isPlain, at: node.range)
    case .null, .bool, .float:
      report(WrongType.value(.feature, .feature, seen: node.kind), at: node.range)
      return .unknown
    }
  }

  private mutating func feature(_ text: String, isPlain: Bool, at range: SourceRange)
    -> FeatureElement
  {
    if let element = FeatureElement(word: text) { return element }
    if let notation = ConvolutionNotation(text) {
      guard LanguageBounds.kernel.contains(notation.kernel),
        LanguageBounds.channels.contains(notation.channels)
      else {
        report(
          ValueOutOfRange.notation(
            text, kernel: LanguageBounds.kernel, channels: LanguageBounds.channels), at: range)
        return .unknown
      }
      guard !notation.seemsSwapped else {
        report(
          UnknownElement.swappedNotation(kernel: notation.kernel, channels: notation.channels),
          at: range)
        return .unknown
      }
      return .convolution(
        ConvolutionSpec(outputChannels: notation.channels, kernel: Sides(notation.kernel)))
    }
    if isPlain, let pair = UnspacedPair(Spanned(text, at: range)) {
      report(pair.finding, at: pair.range)
    } else if !isPlain, Int(text) != nil {
      report(WrongType.quoted(.outputChannels, .number, text: text), at: range)
    } else {
      let nearest =
        ConvolutionNotation.meant(by: text)
        ?? ActivationWord.spelled(text)?.rawValue
        ?? nearestName(
          to: text,
          among: FeatureWord.allCases.map(\.rawValue) + ActivationWord.allCases.map(\.rawValue))
      report(UnknownElement.feature(text, nearest: nearest), at: range)
    }
    return .unknown
  }

  // MARK: - Spelled out

  private mutating func feature(_ entries: [SyntaxEntry], at node: SyntaxNode) -> FeatureElement {
    if entries.count == 1, let word = ActivationWord(rawValue: entries[0].key.value) {
      return activation(word, entries[0]).map { .activation($0) } ?? .unknown
    }
    let present = entries.compactMap { entry in
      FeatureHead(rawValue: entry.key.value).map { ($0, entry.key) }
    }
    guard let (head, _) = present.first else {
      reportFeatureWithoutKind(entries.first?.key, at: node.range)
      return .unknown
    }
    if present.count > 1 {
      let second = present[1].1
      report(ConflictingKeys.twoFeatures(head.rawValue, second.value), at: second.range)
      return .unknown
    }
    switch head {
    case .conv: return convolution(entries)
    case .maxpool: return maxPool(entries)
    case .avgpool: return averagePoolElement(entries)
    case .lrn: return localResponseNorm(entries)
    case .dropout: return dropout(entries)
    case .global: return globalPool(entries)
    }
  }

  private mutating func reportFeatureWithoutKind(
    _ first: Spanned<String>?, at range: SourceRange
  ) {
    guard let first else { return report(MissingKey.featureKind, at: range) }
    let known =
      FeatureHead.allCases.map(\.rawValue)
      + ActivationWord.allCases.filter(\.hasNumber).map(\.rawValue)
    let nearest = nearestName(to: first.value, among: known)
    report(
      UnknownElement.featureWithoutKind(
        first: first.value, known: known, nearest: nearest),
      at: first.range)
  }

  private mutating func convolution(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: ConvolutionKey.self)
    let channels = integer(.conv, in: values, called: .outputChannels)
    var spec = ConvolutionSpec(outputChannels: channels?.value ?? 0)
    spec.kernel = sides(.kernel, in: values)?.value ?? spec.kernel
    spec.stride = sides(.stride, in: values)?.value ?? spec.stride
    spec.dilation = sides(.dilation, in: values)?.value ?? spec.dilation
    spec.padding = padding(values[.padding], of: spec)
    if let groups = groups(values[.groups]) {
      (spec.groups, spec.groupsRange) = (groups.value, groups.range)
    }
    spec.bias = truth(.bias, in: values)?.value ?? spec.bias
    spec.statedInput = integer(.in, in: values)
    spec.batchNorm = truth(.batchNorm, in: values)?.value
    spec.activation = values[.activation].flatMap { self.activation($0) }?.value
    return diagnostics.count == before && channels != nil ? .convolution(spec) : .unknown
  }

  /// The `groups` of a convolution; `nil` for one group, the default.
  private mutating func groups(_ node: SyntaxNode?) -> Spanned<ConvolutionGroups>? {
    guard let node else { return nil }
    if case .scalar(let scalar) = node.content, scalar.text == GroupsWord.depthwise.rawValue {
      return Spanned(.depthwise, at: node.range)
    }
    if case .scalar(let scalar) = node.content, scalar.isPlain, case .string = scalar.value {
      report(
        WrongType.value(.key(ConvolutionKey.groups.rawValue), .groups, seen: node.kind),
        at: node.range)
      return nil
    }
    guard let count = integer(node, of: ConvolutionKey.groups),
      count.value != LanguageDefaults.groups
    else { return nil }
    return count.map { .count($0) }
  }

  private mutating func maxPool(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: MaxPoolKey.self)
    let kernel = sides(.maxpool, in: values)
    let stride = sides(.stride, in: values)
    let padding = poolPadding(values[.padding], of: MaxPoolKey.padding, kernel: kernel?.value)
    let ceil = truth(.ceil, in: values)
    guard diagnostics.count == before, let kernel else { return .unknown }
    return .maxPool(
      MaxPoolSpec(
        kernel: kernel.value, stride: stride?.value,
        padding: padding ?? Sides(LanguageDefaults.poolPadding),
        ceil: ceil?.value ?? LanguageDefaults.poolCeil))
  }

  private mutating func averagePoolElement(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: AveragePoolKey.self)
    let kernel = sides(.avgpool, in: values)
    let stride = sides(.stride, in: values)
    let padding = poolPadding(values[.padding], of: AveragePoolKey.padding, kernel: kernel?.value)
    let ceil = truth(.ceil, in: values)
    let countsPadding = truth(.countPadding, in: values)
    guard diagnostics.count == before, let kernel else { return .unknown }
    return .averagePool(
      AveragePoolSpec(
        kernel: kernel.value, stride: stride?.value,
        padding: padding ?? Sides(LanguageDefaults.poolPadding),
        ceil: ceil?.value ?? LanguageDefaults.poolCeil,
        countsPadding: countsPadding?.value ?? LanguageDefaults.countsPadding))
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
