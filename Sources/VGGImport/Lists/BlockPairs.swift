import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGSyntax

/// The blocks of Dive into Deep Learning: `((1, 64), (2, 128))` means one convolution of 64 channels and a
/// pooling layer, then two of 128 and another.
enum BlockPairs: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    for named in text.program.values {
      guard let pairs = pairs(named.value) else { continue }
      return TextReading(.blockPairs, at: named.place, .models([model(of: pairs)]))
    }
    return nil
  }

  /// The pairs as the value of `features`, if the rest is a configuration.
  static func read(under entry: SyntaxEntry, of file: SourceFile) -> TextReading? {
    let range = entry.value.range.bounds
    guard entry.key.value == ModelKey.features.rawValue, range.count <= largestPairs else {
      return nil
    }
    var parser = PythonParser(PythonToken.all(in: file.bytes, range))
    guard let value = parser.value(), parser.token == nil, let pairs = pairs(value) else {
      return nil
    }
    return TextReading(.blockPairs, at: range, .models([model(of: pairs)]), replacing: range)
  }

  /// The longest text, in bytes, that is read as pairs.
  private static let largestPairs = 4_096

  private static let mostConvolutions = 16

  /// Pairs of a number of convolutions and their channels, at least two pairs.
  private static func pairs(_ node: PythonNode) -> [(count: Int, channels: Int)]? {
    guard let items = node.items, items.count > 1 else { return nil }
    let pairs = items.compactMap { item -> (count: Int, channels: Int)? in
      guard let pair = item.items, pair.count == 2, let count = pair[0].integer,
        let channels = pair[1].integer, (1...mostConvolutions).contains(count),
        channels >= mostConvolutions, LanguageBounds.channels.contains(channels)
      else { return nil }
      return (count, channels)
    }
    return pairs.count == items.count ? pairs : nil
  }

  private static func model(of pairs: [(count: Int, channels: Int)]) -> ImportedModel {
    let features = pairs.flatMap { pair -> [FeatureElement] in
      let convolution = FeatureElement.convolution(
        ConvolutionSpec(outputChannels: pair.channels))
      return Array(repeating: convolution, count: pair.count) + [.maxPool(MaxPoolSpec())]
    }
    return ImportedModel(features: features, differences: [.pairs])
  }
}
