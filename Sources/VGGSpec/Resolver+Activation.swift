import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Activations: as entries, and as values of `activation`.
extension Resolver {
  /// The value of `activation`: a name, `none`, or a mapping with a number.
  mutating func activation(_ node: SyntaxNode) -> Spanned<ActivationChoice>? {
    switch node.content {
    case .reported: return nil
    case .scalar(let scalar) where scalar.text == "none":
      return Spanned(.none, at: node.range)
    case .scalar(let scalar):
      if let word = ActivationWord(rawValue: scalar.text) {
        return Spanned(.function(word.usual), at: node.range)
      }
      if case .string = scalar.value {
        report(
          UnknownElement.activation(
            scalar.text, known: ["none"] + ActivationWord.allCases.map(\.rawValue),
            nearest: ActivationWord.meant(by: scalar.text)?.rawValue), at: node.range)
      } else {
        report(
          WrongType.value(.key(ModelKey.activation.rawValue), .activation, seen: node.kind),
          at: node.range)
      }
      return nil
    case .mapping(let entries) where entries.count == 1:
      guard let word = ActivationWord(rawValue: entries[0].key.value) else {
        report(
          UnknownElement.activation(
            entries[0].key.value, known: ActivationWord.allCases.map(\.rawValue),
            nearest: ActivationWord.meant(by: entries[0].key.value)?.rawValue),
          at: entries[0].key.range)
        return nil
      }
      return activation(word, entries[0]).map { Spanned(.function($0), at: node.range) }
    case .mapping, .sequence:
      report(
        WrongType.value(.key(ModelKey.activation.rawValue), .activation, seen: node.kind),
        at: node.range)
      return nil
    }
  }

  /// `{leaky_relu: 0.01}`; a function without a number is a word, and takes no value.
  mutating func activation(_ word: ActivationWord, _ entry: SyntaxEntry) -> Activation? {
    guard word.hasNumber else {
      report(WrongType.valueOfWord(word.rawValue), at: entry.value.range)
      return nil
    }
    return number(entry.value, of: word).flatMap { word.function($0.value) }
  }

  /// `{global: max}`.
  mutating func globalPool(_ entries: [SyntaxEntry]) -> FeatureElement {
    let before = diagnostics.count
    let values = mapping(entries, keys: GlobalPoolKey.self)
    guard let node = values[.global], diagnostics.count == before else { return .unknown }
    guard case .scalar(let scalar) = node.content, case .string(let text) = scalar.value else {
      report(
        WrongType.value(.key(GlobalPoolKey.global.rawValue), .globalPool, seen: node.kind),
        at: node.range)
      return .unknown
    }
    guard let pool = GlobalPool(rawValue: text) else {
      let known = GlobalPool.allCases.map(\.rawValue)
      let nearest: String? =
        switch text.lowercased() {
        case "avg", "mean", "avgpool": GlobalPool.average.rawValue
        case "maximum", "maxpool": GlobalPool.maximum.rawValue
        default: nearestName(to: text, among: known)
        }
      report(UnknownElement.globalPool(text, known: known, nearest: nearest), at: node.range)
      return .unknown
    }
    return .globalPool(pool)
  }

  /// Reports activations that directly follow a convolution with its own activation, and leaves them out.
  ///
  /// A list such as `[64, relu, M]` comes from another tool, in which convolutions have none; its author means
  /// the network without the entry, or the convolution without its own. A convolution that states its activation
  /// may have a second one.
  mutating func withoutRepeatedActivations(
    _ elements: [Spanned<FeatureElement>], of entries: [SourceRange], after usual: ActivationChoice
  ) -> [Spanned<FeatureElement>] {
    var open: Spanned<Activation>?
    return elements.filter { element in
      switch element.value {
      case .convolution(let convolution):
        let own = convolution.activation == nil ? usual.function : nil
        open = own.map { Spanned($0, at: element.range) }
        return true
      case .activation(let activation):
        guard let convolution = open else { return true }
        open = nil
        report(
          RepeatedActivation(
            activation.word.rawValue, after: convolution.value.word.rawValue,
            convolution: convolution.range,
            text: sources.text(of: element.range),
            convolutionText: sources.text(of: convolution.range),
            silenced: silenced(sources.text(of: convolution.range)),
            removed: entries.firstIndex(of: element.range).flatMap { stretch(of: $0, in: entries) }),
          at: element.range)
        return false
      case .maxPool, .averagePool, .globalPool, .localResponseNorm, .dropout, .batchNorm, .unknown:
        open = nil
        return true
      }
    }
  }

  /// A convolution's text with `activation: none`; `nil` if it is not on one line.
  private func silenced(_ text: String) -> String? {
    if Int(text) != nil { return "{conv: \(text), activation: none}" }
    if let notation = ConvolutionNotation(text.bare) {
      let kernel = notation.kernel == LanguageDefaults.kernel ? "" : ", kernel: \(notation.kernel)"
      return "{conv: \(notation.channels)\(kernel), activation: none}"
    }
    guard text.hasPrefix("{"), text.hasSuffix("}"), !text.contains("\n"), !text.contains("#") else {
      return nil
    }
    let keys = text.dropFirst().dropLast().split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return "{\((keys + ["activation: none"]).joined(separator: ", "))}"
  }
}
