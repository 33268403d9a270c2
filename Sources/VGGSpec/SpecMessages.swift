import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The wording of everything that resolving reports.
extension Diagnostic {
  // MARK: - Files

  static func emptyFile(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, "the file is empty; a configuration needs at least `features: [64, M, …]`",
      at: range)
  }

  static func rootIsNotMapping(_ root: SyntaxNode) -> Diagnostic {
    let lacksSpace =
      if case .scalar(let scalar) = root.content { scalar.text.contains(":") } else { false }
    let advice =
      lacksSpace
      ? "a key's colon needs a space after it: `name: tiny`" : "start with `features: [64, M, …]`"
    return Diagnostic(
      .wrongType, "a configuration is a mapping of keys, and this is \(root.kindInWords)",
      at: root.range.firstCharacter, notes: [Note(advice)])
  }

  static func unknownBase(_ name: String, reason: String, at range: SourceRange) -> Diagnostic {
    let builtIns = BuiltInConfiguration.all.map(\.name)
    let nearest = nearestName(to: name, among: builtIns)
    return Diagnostic(
      .unknownBase,
      "`\(shortened(name))` is neither a built-in configuration nor a file: \(reason)",
      at: range,
      notes: [Note("the built-in configurations are \(builtIns.joined(separator: ", "))")],
      fixIts: nearest.map {
        [.replace(name, at: range, with: $0)]
      } ?? [])
  }

  static func baseIsNotConfiguration(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.unknownBase, "\(name) holds no configuration to extend", at: range)
  }

  static func baseHasSeveralModels(_ name: String, at range: SourceRange, models: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .unknownBase, "\(name) holds several models, so it cannot be extended", at: range,
      notes: [Note("they are named here", at: models)])
  }

  static func extendsCycle(_ chain: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .extendsCycle, "this configuration extends itself: \(chain.joined(separator: " -> "))",
      at: range,
      notes: [
        Note("extend a built-in configuration, such as D, or a file that does not lead back here")
      ])
  }

  static func inheritanceTooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .extendsCycle,
      "more than \(LanguageBounds.inheritanceDepth) configurations extend each other; join some of them",
      at: range)
  }

  /// - Parameter resolved: The path that was tried.
  static func unreadableLabels(
    _ path: String, resolved: String, reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unreadableFile, "cannot read the labels in \(shortened(path)): \(reason)", at: range,
      notes: path == resolved
        ? [] : [Note("the path starts at the configuration's folder: \(resolved)")])
  }

  static func noModels(at range: SourceRange) -> Diagnostic {
    Diagnostic(.missingKey, "`models` names no model; write `NAME: [64, M, …]` under it", at: range)
  }

  static func modelsWithinModel(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .conflictingKeys, "`models` stands at the top of a file, not within a model", at: range)
  }

  static func nameWithinModels(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .conflictingKeys,
      "this model is already named `\(shortened(name))` by its key under `models`", at: range
    )
  }

  // MARK: - Keys and values

  static func unknownKey(_ key: Spanned<String>, in what: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownKey, "`\(shortened(key.value))` is not a key of \(what)", at: key.range,
      notes: [Note("the keys are \(known.joined(separator: ", "))")])
  }

  static func unknownKey(_ key: Spanned<String>, in what: String, meant: String) -> Diagnostic {
    Diagnostic(
      .unknownKey, "`\(shortened(key.value))` is not a key of \(what)", at: key.range,
      label: "did you mean `\(meant)`?", fixIts: [.replace(key, with: meant)])
  }

  static func unknownKey(_ key: Spanned<String>, in what: String, givenAs other: String)
    -> Diagnostic
  {
    Diagnostic(
      .unknownKey, "`\(shortened(key.value))` is not a key of \(what)", at: key.range,
      label: "`\(other)` is given already")
  }

  /// - Parameter isThere: The section's key stands somewhere, too.
  static func keyBesideSection(_ key: Spanned<String>, _ section: String, isThere: Bool)
    -> Diagnostic
  {
    Diagnostic(
      .unknownKey, "`\(key.value)` is not a key of a configuration, but of `\(section)`",
      at: key.range,
      label: isThere
        ? "indent it to stand under `\(section):`" : "write it under `\(section):`, indented")
  }

  static func missingKeys(_ keys: [String], of what: String, at range: SourceRange) -> Diagnostic {
    let list = keys.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(.missingKey, "\(what) lacks \(list)", at: range)
  }

  static func missingFeatures(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, "`features` is missing: the list of layers, such as [64, M, 128, M]",
      at: range.firstCharacter, notes: [Note("or start from another configuration: `extends: D`")])
  }

  static func wrongType(of what: String, expected: String, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      .wrongType, "\(what) must be \(expected), and this is \(node.kindInWords)", at: node.range)
  }

  static func wrongCount(
    of what: String, expected: String, found: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongType,
      "\(what) must be \(expected), and this list has \(found) \(found == 1 ? "entry" : "entries")",
      at: range)
  }

  static func notTruth(_ scalar: Scalar, of what: String, at range: SourceRange) -> Diagnostic {
    let meant: String? =
      switch scalar.text.lowercased() {
      case "yes", "on", "y", "1", "true": "true"
      case "no", "off", "n", "0", "false": "false"
      default: nil
      }
    return Diagnostic(
      .wrongType, "\(what) must be true or false, and this is \(scalar.kindInWords)", at: range,
      fixIts: meant.map {
        [.replace(scalar.text, at: range, with: $0)]
      }
        ?? [])
  }

  static func emptyText(of what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongType, "\(what) must be text, and there is none", at: range)
  }

  static func quoted(_ text: String, of what: String, expected: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .wrongType, "\(what) must be \(expected), and this is text, because of the quotes", at: range,
      fixIts: [FixIt("remove the quotes", replace: range, with: text)])
  }

  static func outOfRange(
    _ text: String, of what: String, bounds: ClosedRange<Int>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange, "\(what) must be \(bounds.inWords), and this is \(shortened(text))",
      at: range)
  }

  static func outOfRange(
    _ text: String, of what: String, bounds: ClosedRange<Double>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "\(what) must be from \(bound(bounds.lowerBound)) to \(bound(bounds.upperBound)), and this is \(shortened(text))",
      at: range)
  }

  static func inputOutOfRange(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "an input has \(LanguageBounds.channels.inWords) channels and sides of "
        + "\(LanguageBounds.imageSide.inWords) pixels, and this is \(shortened(text))", at: range)
  }

  static func tooManyElements(_ count: Int, of what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "\(what) has \(grouped(count)) entries; the language allows \(grouped(LanguageBounds.elementCount))",
      at: range.firstCharacter)
  }

  // MARK: - Features

  static func emptyFeatures(at range: SourceRange) -> Diagnostic {
    Diagnostic(.missingKey, "`features` is empty; name at least one layer, such as 64", at: range)
  }

  static func nestedFeatures(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongType, "a features entry is a list; lists do not nest, so write its entries out",
      at: range)
  }

  static func unknownFeature(_ text: String, at range: SourceRange) -> Diagnostic {
    let nearest = nearestName(to: text, among: FeatureWord.allCases.map(\.rawValue))
    return Diagnostic(
      .unknownElement, "`\(shortened(text))` is not a features entry", at: range,
      label: nearest.map { "did you mean `\($0)`?" },
      notes: nearest == nil
        ? [
          Note(
            "entries are output channels (64), conv3-64, M or maxpool, LRN, and mappings such as {conv: 64}"
          )
        ] : [],
      fixIts: nearest.map {
        [.replace(text, at: range, with: $0)]
      } ?? [])
  }

  static func ceilPoolLetter(at range: SourceRange) -> Diagnostic {
    let spelled = "{maxpool: 2, ceil: true}"
    return Diagnostic(
      .unknownElement,
      "`C` is no entry here: in SSD's lists it is a max pooling that rounds its size up",
      at: range, notes: [Note("write \(spelled) for that; `M` rounds down")],
      fixIts: [.replace("C", at: range, with: spelled, .offered)])
  }

  static func averagePoolLetter(at range: SourceRange) -> Diagnostic {
    let spelled = "{avgpool: 2, stride: 2}"
    return Diagnostic(
      .unknownElement, "`A` is no entry here: in CIFAR variants it is an average pooling",
      at: range,
      notes: [Note("write \(spelled) for that")],
      fixIts: [.replace("A", at: range, with: spelled, .offered)])
  }

  static func notationOutOfRange(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "a convolution's kernel must be \(LanguageBounds.kernel.inWords) and its channels "
        + "\(LanguageBounds.channels.inWords), and this is \(shortened(text))", at: range)
  }

  /// The kernel comes first in the paper's notation.
  static func swappedNotation(_ notation: ConvolutionNotation, at range: SourceRange) -> Diagnostic
  {
    let (kernel, channels) = (notation.kernel, notation.channels)
    let swapped = "conv\(channels)-\(kernel)"
    return Diagnostic(
      .unknownElement,
      "`conv\(kernel)-\(channels)` would be a \(kernel)x\(kernel) convolution: the kernel comes first",
      at: range, label: "did you mean `\(swapped)`?",
      notes: [Note("a kernel that large is written {conv: \(channels), kernel: \(kernel)}")],
      fixIts: [
        .replace("conv\(kernel)-\(channels)", at: range, with: swapped)
      ])
  }

  static func featureWithoutKind(
    _ first: Spanned<String>?, known: [String], at range: SourceRange
  ) -> Diagnostic {
    guard let first else {
      return Diagnostic(
        .missingKey, "an empty mapping; say which layer it is, such as {conv: 64}", at: range)
    }
    let nearest = nearestName(to: first.value, among: known)
    return Diagnostic(
      .unknownElement, "no layer is named here; one key must be \(known.joined(separator: ", "))",
      at: first.range, label: nearest.map { "did you mean `\($0)`?" },
      fixIts: nearest.map { [.replace(first, with: $0)] } ?? [])
  }

  static func twoKinds(_ first: String, _ second: Spanned<String>) -> Diagnostic {
    Diagnostic(
      .conflictingKeys,
      "this entry is already a `\(first)`; make `\(shortened(second.value))` an entry of its own",
      at: second.range)
  }

  static func poolPadding(_ padding: Spanned<Int>, kernel: Int) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "a pooling's padding must be at most half its kernel, \(kernel / 2), and this is \(padding.value)",
      at: padding.range)
  }

  // MARK: - Classifier

  static func emptyClassifier(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, "the classifier has no layers; for a single one write `- linear: CLASSES`",
      at: range)
  }

  static func emptyClassifierLayer(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, "an empty mapping; say which layer it is, such as `linear: 10`", at: range)
  }

  static func unknownClassifierLayer(_ text: String, at range: SourceRange) -> Diagnostic {
    if text == ClassifierElementKey.linear.rawValue || text == ClassifierElementKey.dropout.rawValue
    {
      let value = text == ClassifierElementKey.linear.rawValue ? "10" : "0.5"
      return Diagnostic(
        .missingKey, "`\(text)` needs its number, such as `\(text): \(value)`", at: range)
    }
    if let size = Int(text) {
      return Diagnostic(
        .unknownElement, "\(size) alone is no classifier layer; write `linear: \(size)`", at: range,
        notes: [
          Note("or use the short form: `classifier: {hidden: [4096], classes: 10}`")
        ])
    }
    let known = ClassifierElementKey.allCases.map(\.rawValue)
    let nearest = nearestName(to: text, among: known)
    return Diagnostic(
      .unknownElement,
      "`\(shortened(text))` is not a classifier layer; they are \(known.joined(separator: ", "))",
      at: range, label: nearest.map { "did you mean `\($0)`?" },
      fixIts: nearest.map {
        [.replace(text, at: range, with: $0)]
      } ?? [])
  }

  static func severalLayersInOne(_ first: String, _ second: Spanned<String>) -> Diagnostic {
    Diagnostic(
      .conflictingKeys,
      "this entry is already a `\(shortened(first))`; start `\(shortened(second.value))` with a dash of its own",
      at: second.range)
  }

  static func layerTakesNoValue(_ entry: SyntaxEntry) -> Diagnostic {
    Diagnostic(
      .wrongType, "`\(entry.key.value)` takes no value; write `- \(entry.key.value)`",
      at: entry.value.range)
  }

  // MARK: - Training

  static func unknownName(_ name: Spanned<String>, of what: String, known: [String]) -> Diagnostic {
    let nearest = nearestName(to: name.value, among: known.filter { !$0.contains(" ") })
    return Diagnostic(
      .unknownElement,
      "`\(shortened(name.value))` is not \(what); they are \(known.joined(separator: ", "))",
      at: name.range, label: nearest.map { "did you mean `\($0)`?" },
      fixIts: nearest.map { [.replace(name, with: $0)] } ?? [])
  }

  static func stepWithoutNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, "`step` needs its epochs, such as {step: 30} or {step: [30, 60]}", at: range)
  }

  static func stepsOutOfOrder(_ step: Spanned<Int>, after earlier: Int) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "steps must rise, and this one, \(step.value), comes after \(earlier)", at: step.range)
  }

  static func boundsOutOfOrder(
    of what: String, _ bounds: [Spanned<Double>], at range: SourceRange
  ) -> Diagnostic {
    let mended = "[\(bounds.reversed().map { plain($0.value) }.joined(separator: ", "))]"
    return Diagnostic(
      .valueOutOfRange, "\(what) must have its smallest value first", at: range,
      fixIts: [FixIt("write \(mended)", replace: range, with: mended)])
  }

  static func partOfOtherOptimizer(_ key: Spanned<String>, optimizer: OptimizerName) -> Diagnostic {
    let owner: OptimizerName = optimizer == .sgd ? .adam : .sgd
    return Diagnostic(
      .conflictingKeys,
      "`\(key.value)` is a part of \(owner.rawValue), and the optimizer is \(optimizer.rawValue)",
      at: key.range)
  }

  static func rateBesideRates(_ key: Spanned<String>, schedule: SourceRange) -> Diagnostic {
    Diagnostic(
      .conflictingKeys, "the rate is given twice: the schedule has one for each epoch",
      at: key.range, notes: [Note("the rates are listed here", at: schedule)])
  }

  static func oneOf(_ first: String, _ second: Spanned<String>, of what: String) -> Diagnostic {
    Diagnostic(
      .conflictingKeys, "\(what) has `\(first)` already; keep that or `\(second.value)`",
      at: second.range)
  }

  static func factorOfCosine(_ key: Spanned<String>) -> Diagnostic {
    Diagnostic(
      .conflictingKeys, "a cosine has no factor; its value is the rate at which it ends",
      at: key.range)
  }
}

extension FixIt {
  fileprivate static func replace(_ old: Spanned<String>, with new: String) -> FixIt {
    .replace(old.value, at: old.range, with: new)
  }

  fileprivate static func replace(
    _ old: String, at range: SourceRange, with new: String, _ confidence: Confidence = .certain
  ) -> FixIt {
    FixIt(
      "replace \(shortened(old)) with \(new)", replace: range, with: new, confidence)
  }
}

extension SourceRange {
  /// The first character of something long, which is all that carets should mark.
  package var firstCharacter: SourceRange {
    SourceRange(source: source, start: start, end: isEmpty ? start : start + 1)
  }
}

extension ClosedRange<Int> {
  /// `from 1 to 1,024`, or `at least 1` where there is no bound above.
  fileprivate var inWords: String {
    upperBound == .max
      ? "at least \(grouped(lowerBound))" : "from \(grouped(lowerBound)) to \(grouped(upperBound))"
  }
}

/// A bound as the documentation writes it: `1,000,000`, `0.000001`.
private func bound(_ value: Double) -> String {
  if value.magnitude >= 1, value == value.rounded() { return grouped(Int(value)) }
  return value == 1e-6 ? "0.000001" : plain(value)
}
