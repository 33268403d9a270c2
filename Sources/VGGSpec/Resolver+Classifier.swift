import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `classifier` key, in its short form (`dense`, `hidden`, `dropout`, `classes`) or as a list of layers.
///
/// Both become the same list, in torchvision's order: linear, ReLU, dropout, …, linear.
extension Resolver {
  mutating func classifier(
    _ node: SyntaxNode?, in model: SourceRange, _ activation: ActivationChoice
  ) -> (elements: [Spanned<ClassifierElement>], range: SourceRange, dense: Spanned<Sides>?) {
    guard let node else { return (shortForm([:], at: model, activation), model, nil) }
    switch node.content {
    case .mapping(let entries):
      let values = mapping(entries, keys: ClassifierKey.self)
      guard !hasUnknownKey(entries, besides: ClassifierKey.self) else {
        return ([Spanned(.unknown, at: node.range)], node.range, nil)
      }
      let before = diagnostics.count
      let dense = values[.dense].flatMap { denseWindow($0) }
      let elements = shortForm(values, at: node.range, activation)
      guard values[.dense] == nil || diagnostics.count == before else {
        return ([Spanned(.unknown, at: node.range)], node.range, nil)
      }
      return (elements, node.range, dense)
    case .sequence(let items):
      return (layers(items, of: node), node.range, nil)
    case .scalar(let scalar) where scalar.text == "none":
      return ([], node.range, nil)
    case .scalar:
      report(
        WrongType.value(.key(ModelKey.classifier.rawValue), .classifier, seen: node.kind),
        at: node.range)
      fallthrough
    case .reported:
      return ([Spanned(.unknown, at: node.range)], node.range, nil)
    }
  }

  // MARK: - Short form

  private mutating func shortForm(
    _ values: [ClassifierKey: SyntaxNode], at range: SourceRange, _ activation: ActivationChoice
  ) -> [Spanned<ClassifierElement>] {
    let before = diagnostics.count
    let hidden = hidden(values[.hidden], at: range)
    let dropout = dropout(values[.dropout], at: range)
    let classes = classes(values[.classes], at: range)
    guard diagnostics.count == before, let hidden, let dropout, let classes else {
      return [Spanned(.unknown, at: range)]
    }
    var elements: [Spanned<ClassifierElement>] = []
    for size in hidden {
      elements.append(size.map { .linear(LinearSpec(outputs: $0)) })
      if let function = activation.function {
        elements.append(Spanned(.activation(function), at: size.range))
      }
      if dropout.value > 0 { elements.append(dropout.map { .dropout($0) }) }
    }
    let classesRange = values[.classes].map(\.range)
    elements.append(classes.map { .linear(LinearSpec(outputs: $0, outputsRange: classesRange)) })
    return elements
  }

  /// The window of the first linear layer in the dense form.
  private mutating func denseWindow(_ node: SyntaxNode) -> Spanned<Sides>? {
    if case .scalar(let scalar) = node.content, scalar.text == "none" { return nil }
    return sides(node, of: ClassifierKey.dense)
  }

  private mutating func hidden(_ node: SyntaxNode?, at range: SourceRange) -> [Spanned<Int>]? {
    guard let node else { return LanguageDefaults.hidden.map { Spanned($0, at: range) } }
    let name = ClassifierKey.hidden.rawValue
    guard let items = items(node, of: .key(name), expected: .hiddenLayers) else { return nil }
    guard items.count <= LanguageBounds.elementCount else {
      reportTooMany(items.count, of: name, at: node.range)
      return nil
    }
    return items.compactMap {
      integer($0, of: .hiddenLayer, in: ClassifierKey.hidden.meaning.form.integers)
    }
  }

  private mutating func dropout(_ node: SyntaxNode?, at range: SourceRange) -> Spanned<Double>? {
    guard let node else { return Spanned(LanguageDefaults.dropout, at: range) }
    return number(node, of: ClassifierKey.dropout)
  }

  private mutating func classes(_ node: SyntaxNode?, at range: SourceRange) -> Spanned<Int>? {
    guard let node else { return Spanned(LanguageDefaults.classes, at: range) }
    return integer(node, of: ClassifierKey.classes)
  }

  // MARK: - List form

  private mutating func layers(
    _ items: [SyntaxNode], of node: SyntaxNode
  ) -> [Spanned<ClassifierElement>] {
    guard items.count <= LanguageBounds.elementCount else {
      reportTooMany(items.count, of: ModelKey.classifier.rawValue, at: node.range)
      return [Spanned(.unknown, at: node.range)]
    }
    if items.isEmpty {
      report(MissingKey.emptyClassifier, at: node.range)
      return [Spanned(.unknown, at: node.range)]
    }
    return items.map { item in Spanned(layer(item), at: item.range) }
  }

  private mutating func layer(_ node: SyntaxNode) -> ClassifierElement {
    switch node.content {
    case .reported: return .unknown
    case .scalar(let scalar): return layer(scalar, at: node.range)
    case .mapping(let entries): return layer(entries, at: node.range)
    case .sequence:
      report(WrongType.value(.classifierLayer, .classifierLayer, seen: node.kind), at: node.range)
      return .unknown
    }
  }

  private mutating func layer(_ scalar: Scalar, at range: SourceRange) -> ClassifierElement {
    if let word = ActivationWord(rawValue: scalar.text) { return .activation(word.usual) }
    switch scalar.text {
    case ClassifierElementKey.softmax.rawValue: return .softmax
    case ClassifierElementKey.batchNorm.rawValue: return .batchNorm
    default:
      if scalar.isPlain, let pair = UnspacedPair(Spanned(scalar.text, at: range)) {
        report(pair.finding, at: pair.range)
      } else {
        reportUnknownLayer(scalar.text, at: range)
      }
      return .unknown
    }
  }

  private mutating func layer(_ entries: [SyntaxEntry], at range: SourceRange) -> ClassifierElement
  {
    guard let entry = entries.first else {
      report(MissingKey.classifierKind, at: range)
      return .unknown
    }
    if entries.count > 1 {
      let second = entries[1].key
      report(
        ConflictingKeys.twoClassifierLayers(entry.key.value, second.value), at: second.range)
      return .unknown
    }
    if let word = ActivationWord(rawValue: entry.key.value) {
      return activation(word, entry).map { .activation($0) } ?? .unknown
    }
    switch ClassifierElementKey(rawValue: entry.key.value) {
    case .linear: return linear(entry.value).map { .linear($0) } ?? .unknown
    case .dropout:
      return number(entry.value, of: ClassifierElementKey.dropout).map { .dropout($0.value) }
        ?? .unknown
    case .batchNorm, .softmax:
      report(WrongType.valueOfWord(entry.key.value), at: entry.value.range)
      return .unknown
    case nil where entry.key.value == ClassifierKey.dense.rawValue:
      report(UnknownElement.denseInList, at: entry.key.range)
      return .unknown
    case nil:
      reportUnknownLayer(entry.key.value, at: entry.key.range)
      return .unknown
    }
  }

  private mutating func reportUnknownLayer(_ text: String, at range: SourceRange) {
    switch ClassifierElementKey(rawValue: text) {
    case .linear: return report(MissingKey.number(of: text, example: "10"), at: range)
    case .dropout: return report(MissingKey.number(of: text, example: "0.5"), at: range)
    case .batchNorm, .softmax, nil: break
    }
    if let size = Int(text) { return report(UnknownElement.bareNumber(size), at: range) }
    let layers = ClassifierElementKey.allCases.map(\.rawValue)
    let known = layers.prefix(1) + ActivationWord.allCases.map(\.rawValue) + layers.dropFirst()
    let nearest =
      ActivationWord.spelled(text)?.rawValue ?? nearestName(to: text, among: Array(known))
    report(UnknownElement.classifierLayer(text, known: Array(known), nearest: nearest), at: range)
  }

  private mutating func linear(_ node: SyntaxNode) -> LinearSpec? {
    guard case .mapping(let entries) = node.content else {
      return integer(node, of: LinearKey.out, called: .linearOutputs)
        .map { LinearSpec(outputs: $0.value, outputsRange: $0.range) }
    }
    let before = diagnostics.count
    let values = mapping(entries, keys: LinearKey.self)
    if values[.out] == nil, !hasUnknownKey(entries, besides: LinearKey.self) {
      report(
        MissingKey.keys([LinearKey.out.rawValue], of: ClassifierElementKey.linear.rawValue),
        at: node.range)
    }
    let outputs = integer(.out, in: values, called: .linearOutputs)
    let input = integer(.in, in: values)
    let bias = truth(.bias, in: values)
    guard diagnostics.count == before, let outputs else { return nil }
    return LinearSpec(
      statedInput: input, outputs: outputs.value, outputsRange: outputs.range,
      bias: bias?.value ?? LanguageDefaults.bias)
  }
}
