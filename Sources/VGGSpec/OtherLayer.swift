import VGGFindings
import VGGSyntax

/// An entry of `features` that is a layer in other tools' lists, but here is none or a different one.
enum OtherLayer {
  /// One that is added automatically, or by a key next to `features`.
  case implied(UnknownElement.ImpliedLayer)
  case dropout
  /// With the outputs of `FC-4096`.
  case fullyConnected(outputs: Int?)
  case ceilPool
  case averagePool
  /// `P` and other names of a 2x2 max pooling layer.
  case maxPool
  /// `conv3`.
  case convolution(kernel: Int)

  /// `nil` for an entry that belongs to the language, or is unknown everywhere.
  init?(_ scalar: Scalar) {
    let text = scalar.text
    guard let first = text.utf8.first, text.utf8.count <= 24,
      !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), FeatureWord(rawValue: text) == nil,
      ActivationWord(rawValue: text) == nil, ConvolutionNotation(text) == nil
    else { return nil }
    if text == "A" || text == "C" || text == "P" || text == "AP" {
      self = text == "C" ? .ceilPool : text == "P" ? .maxPool : .averagePool
      return
    }
    let word = text.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    if let layer = Self.names[word] {
      self = layer
    } else if let outputs = Self.outputs(of: word) {
      self = .fullyConnected(outputs: outputs)
    } else if let kernel = Self.kernel(of: word, written: text) {
      self = .convolution(kernel: kernel)
    } else {
      return nil
    }
  }

  private static let names: [String: OtherLayer] = [
    "relu": .implied(.relu), "nn.relu": .implied(.relu),
    "bn": .implied(.batchNorm), "batchnorm": .implied(.batchNorm),
    "batchnorm2d": .implied(.batchNorm),
    "batchnormalization": .implied(.batchNorm),
    "flatten": .implied(.flatten), "nn.flatten": .implied(.flatten),
    "gap": .implied(.adaptivePool), "globalavgpool": .implied(.adaptivePool),
    "globalaveragepool": .implied(.adaptivePool),
    "adaptiveavgpool": .implied(.adaptivePool), "adaptiveavgpool2d": .implied(.adaptivePool),
    "globalaveragepooling2d": .implied(.adaptivePool),
    "dropout": .dropout, "dropout2d": .dropout,
    "fc": .fullyConnected(outputs: nil), "linear": .fullyConnected(outputs: nil),
    "dense": .fullyConnected(outputs: nil), "softmax": .fullyConnected(outputs: nil),
    "mc": .ceilPool,
    "mp": .maxPool, "pool": .maxPool, "max": .maxPool, "maxpool2d": .maxPool,
    "maxpooling": .maxPool, "maxpooling2d": .maxPool, "pooling": .maxPool, "maxpool2": .maxPool,
    "pool2": .maxPool,
  ]

  /// 4096 for `fc4096`.
  private static func outputs(of word: String) -> Int? {
    for prefix in ["fc", "linear", "dense"] where word.hasPrefix(prefix) {
      if let outputs = Int(word.dropFirst(prefix.count)), outputs > 0 { return outputs }
    }
    return nil
  }

  /// 3 for `conv3` and `conv3x3`.
  private static func kernel(of word: String, written text: String) -> Int? {
    guard word.hasPrefix("conv"), !text.contains("-"), !text.contains("_") else { return nil }
    let sides = word.dropFirst("conv".count).split(separator: "x", omittingEmptySubsequences: false)
    guard let first = sides.first, let kernel = Int(first), LanguageBounds.kernel.contains(kernel),
      sides.count <= 2, sides.allSatisfy({ $0 == first })
    else { return nil }
    return kernel
  }
}
