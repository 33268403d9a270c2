import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Entries of `features` from other tools' lists.
extension Resolver {
  /// Reports such an entry.
  ///
  /// - Returns: `nil` if the network goes on as if it were not there.
  mutating func report(
    _ layer: OtherLayer, at index: Int, of items: [SyntaxNode]
  ) -> FeatureElement? {
    let node = items[index]
    let text = sources.text(of: node.range)
    switch layer {
    case .implied(.relu) where !items[..<index].followsConvolution:
      report(
        UnknownElement.feature(text.bare, nearest: ActivationWord.relu.rawValue), at: node.range)
      return nil
    case .implied(let implied):
      // Without it, the network is the same.
      let isRedundant =
        switch implied {
        case .relu: items[..<index].followsConvolution
        case .flatten: index == items.count - 1
        case .batchNorm, .adaptivePool: false
        }
      report(
        UnknownElement.comesByItself(
          implied, text: text,
          removed: isRedundant ? stretch(of: index, in: items.map(\.range)) : nil),
        at: node.range)
      return nil
    case .dropout:
      report(UnknownElement.dropoutWithoutProbability(text), at: node.range)
      return nil
    case .fullyConnected(let outputs):
      report(UnknownElement.partOfClassifier(text, outputs: outputs), at: node.range)
      return nil
    case .ceilPool: report(UnknownElement.ceilPoolLetter(text.bare), at: node.range)
    case .averagePool: report(UnknownElement.averagePoolLetter, at: node.range)
    case .maxPool:
      report(
        UnknownElement.feature(text.bare, nearest: FeatureWord.letter.rawValue), at: node.range)
    case .convolution(let kernel):
      report(UnknownElement.convolutionWithoutChannels(text.bare, kernel: kernel), at: node.range)
    }
    return .unknown
  }

  /// An entry with the separator before the next one, or, for the last entry, after the previous one; `nil` if
  /// this would include a comment, or if it is the only entry.
  func stretch(of index: Int, in items: [SourceRange]) -> SourceRange? {
    let range = items[index]
    let isLast = index == items.count - 1
    guard items.count > 1 else { return nil }
    let neighbour = items[isLast ? index - 1 : index + 1]
    let (start, end) = isLast ? (neighbour.end, range.end) : (range.start, neighbour.start)
    guard neighbour.source == range.source, start <= end else { return nil }
    let stretch = SourceRange(source: range.source, start: start, end: end)
    return sources.text(of: stretch).contains("#") ? nil : stretch
  }
}

extension String {
  /// The text without the quotes around it.
  var bare: String {
    guard count > 2, let first, first == last, first == "'" || first == "\"" else { return self }
    return String(dropFirst().dropLast())
  }
}

extension ArraySlice<SyntaxNode> {
  /// Whether a convolution comes before, with only batch normalisation layers between.
  fileprivate var followsConvolution: Bool { last { !$0.isBatchNorm }?.isConvolution == true }
}

extension SyntaxNode {
  fileprivate var isConvolution: Bool {
    switch content {
    case .scalar(let scalar):
      if case .int = scalar.value { true } else { ConvolutionNotation(scalar.text) != nil }
    case .mapping(let entries):
      entries.contains { $0.key.value == FeatureHead.conv.rawValue }
    case .sequence, .reported: false
    }
  }

  fileprivate var isBatchNorm: Bool {
    guard case .scalar(let scalar) = content, case .implied(.batchNorm) = OtherLayer(scalar) else {
      return false
    }
    return true
  }
}
