import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `padding` of convolutions and pooling layers: numbers, or PyTorch's and Keras's words.
extension Resolver {
  /// The padding of a convolution whose kernel, stride and dilation have already been read; the default
  /// if none is stated, or if it has been reported.
  mutating func padding(_ node: SyntaxNode?, of spec: ConvolutionSpec) -> Sides {
    let extent = spec.kernel.extent(dilatedBy: spec.dilation)
    let half = extent.map { $0 / 2 }
    guard let node else { return half }
    switch PaddingWord(node) {
    case nil: return sides(node, of: ConvolutionKey.padding)?.value ?? half
    case .valid: return 0
    case .same:
      if let problem = SamePadding(
        stride: spec.stride, extent: extent, isDilated: spec.dilation != 1)
      {
        report(problem, at: node.range)
      }
      return half
    }
  }

  /// The padding of a pooling layer, at most half of its kernel; `nil` if none is stated, or after
  /// it has been reported.
  mutating func poolPadding(
    _ node: SyntaxNode?, of key: some ConfigurationKey, kernel: Sides?
  ) -> Sides? {
    guard let node else { return nil }
    if let word = PaddingWord(node) {
      let number: Int? =
        switch word {
        case .valid: LanguageDefaults.poolPadding
        case .same: nil
        }
      report(WrongType.paddingWord(word.rawValue, number: number), at: node.range)
      return nil
    }
    guard let padding = sides(node, of: key), let kernel else { return nil }
    for (padding, kernel) in zip(padding.value.list, kernel.list) where padding > kernel / 2 {
      report(ValueOutOfRange.poolPadding(padding, maximum: kernel / 2), at: node.range)
      return nil
    }
    return padding.value
  }
}

/// A word for a convolution's padding.
package enum PaddingWord: String, CaseIterable, Sendable {
  case same
  case valid

  /// In Keras's and PyTorch's letters, or in TensorFlow's capitals.
  init?(_ node: SyntaxNode) {
    guard case .scalar(let scalar) = node.content else { return nil }
    self.init(rawValue: scalar.text.lowercased())
  }

  package var word: Word {
    switch self {
    case .same:
      Word(
        rawValue,
        "Half of an odd kernel's span, so the map keeps its size; requires stride 1.",
        for: .padding(self))
    case .valid: Word(rawValue, "No padding; the same as 0.", for: .padding(self))
    }
  }
}
