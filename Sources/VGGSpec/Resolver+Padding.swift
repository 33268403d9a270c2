import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `padding` of convolutions and pooling layers, which Keras has as a word.
extension Resolver {
  mutating func padding(
    _ node: SyntaxNode?, kernel: Spanned<Int>?, stride: Spanned<Int>?
  ) -> Spanned<Int>? {
    guard let node else { return nil }
    guard let word = PaddingWord(node) else { return integer(node, of: ConvolutionKey.padding) }
    let size = kernel?.value ?? LanguageDefaults.kernel
    let keepsSize =
      !size.isMultiple(of: 2) && stride?.value ?? LanguageDefaults.stride == LanguageDefaults.stride
    let number: Int? =
      switch word {
      case .valid: 0
      case .same: keepsSize ? size / 2 : nil
      }
    report(WrongType.paddingWord(word.rawValue, kernel: size, number: number), at: node.range)
    return nil
  }

  mutating func poolPadding(_ node: SyntaxNode?) -> Spanned<Int>? {
    guard let node else { return nil }
    guard let word = PaddingWord(node) else { return integer(node, of: MaxPoolKey.padding) }
    let number: Int? =
      switch word {
      case .valid: LanguageDefaults.poolPadding
      case .same: nil
      }
    report(WrongType.paddingWord(word.rawValue, kernel: nil, number: number), at: node.range)
    return nil
  }
}

private enum PaddingWord: String {
  case same
  case valid

  /// In Keras's letters, or in TensorFlow's capitals.
  init?(_ node: SyntaxNode) {
    guard case .scalar(let scalar) = node.content else { return nil }
    self.init(rawValue: scalar.text.lowercased())
  }
}
