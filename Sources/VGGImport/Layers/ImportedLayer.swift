import VGGFindings
import VGGGraph
import VGGSpec

/// A layer of another tool's list, before any ReLU is joined with a convolution.
package struct ImportedLayer {
  package enum Kind {
    case convolution(ImportedConvolution)
    case batchNorm(epsilon: Double?)
    case activation(Activation)
    case maxPool(ImportedMaxPool)
    case averagePool(ImportedAveragePool)
    case adaptivePool(PlaneSize)
    case globalPool(GlobalPool)
    case localResponseNorm(size: Int, alpha: Double, beta: Double, k: Double)
    case flatten
    case dropout(Double)
    case linear(inputs: Int?, outputs: Int, bias: Bool)
    case softmax
  }

  package let kind: Kind
  /// The layer's UTF-8 offsets in the file.
  package let range: Range<Int>
  /// The layer's name in the file; empty if it has none.
  var name = ""
  /// Whether the file marks the layer as part of the classifier, although its input is a map.
  var isOfClassifier = false
  var storage = WeightStorage.whole
}

/// A convolution in another tool.
package struct ImportedConvolution {
  /// The output channels, in the form in which a tool states them.
  package enum Outputs {
    case count(Int)
    /// That many outputs per input channel, in a depthwise convolution.
    case each(Int)
  }

  var inputs: Int?
  var outputs: Outputs
  var kernel: Sides
  var stride: Sides = 1
  var padding: Sides = 0
  var dilation: Sides = 1
  /// The number of groups of a convolution whose outputs are a count.
  var groups = 1
  var bias = true
  /// The position of the word `same`, which adds ``SameZeros`` to the padding; `nil` without it.
  var same: Range<Int>?
}

/// The rounding of a pooling layer's output size, if the stride does not divide evenly.
package enum ImportedRounding {
  case down
  case up
  /// Up, in a tool that has no other rounding; `M` if it makes no difference.
  case upUnlessEven
}

/// A max pooling layer in another tool.
package struct ImportedMaxPool {
  var kernel: Sides
  var stride: Sides
  var padding: Sides = 0
  var rounding = ImportedRounding.down
  /// The position of the word `same`, which stands for ``SameZeros``; `nil` without it.
  var same: Range<Int>?
}

/// An average pooling layer in another tool.
package struct ImportedAveragePool {
  var kernel: Sides
  var stride: Sides
  var padding: Sides = 0
  var rounding = ImportedRounding.down
  /// Whether the padding's zeros count toward the mean.
  var countsPadding = true
  /// The position of the word `same`, which stands for ``SameZeros``; `nil` without it.
  var same: Range<Int>?
}

/// A part of a text that has no counterpart in the language, with its position.
package struct Obstacle: Error {
  let reason: ForeignObstacle
  package let range: Range<Int>

  package init(_ reason: ForeignObstacle, at range: Range<Int>) {
    self.reason = reason
    self.range = range
  }
}

/// Several obstacles, in the order of the text.
struct Obstacles: Error {
  let all: [Obstacle]
}

/// The image, as far as a text states it.
package struct ImportedImage {
  var channels: Int?
  var plane: PlaneSize?

  static let unknown = ImportedImage(channels: nil, plane: nil)
}

/// The layers of one network, in order, and the properties that apply to all of them.
package struct ImportedNetwork {
  var name: String?
  var image = ImportedImage.unknown
  var layers: [ImportedLayer] = []
  /// Whether a linear layer flattens the map that it takes, as in Caffe and darknet.
  var flattensItself = false
  /// The order in which a map is flattened.
  var valueOrder = ValueOrder.channelsFirst
  /// The means subtracted from each channel of a photo, on values from 0 to 255.
  var means: [Double] = []
  var differences: [ForeignDifference] = []
  /// The names of the layers that are outputs in addition to the last.
  var taps: [String] = []
  /// Whether the layers are all of the network, although its kind of text may have only a part.
  var isWhole = false
}

extension ImportedLayer.Kind {
  /// The first number that the language does not allow, and its name.
  var valueOutOfBounds: (text: String, name: String)? {
    func check(_ values: [(Int, ClosedRange<Int>, String)]) -> (text: String, name: String)? {
      values.first { !$0.1.contains($0.0) }.map { ("\($0.0)", $0.2) }
    }
    func check(_ values: [(Sides, ClosedRange<Int>, String)]) -> (text: String, name: String)? {
      values.first { !$0.0.both($0.1.contains) }.map { ($0.0.yaml, $0.2) }
    }
    switch self {
    case .convolution(let convolution):
      let outputs =
        switch convolution.outputs {
        case .count(let count), .each(let count): count
        }
      return check([
        (outputs, LanguageBounds.channels, "channels"),
        (convolution.inputs ?? 1, LanguageBounds.channels, "channels"),
        (convolution.groups, LanguageBounds.channels, "groups"),
      ])
        ?? check([
          (convolution.kernel, LanguageBounds.kernel, "kernel"),
          (convolution.stride, LanguageBounds.stride, "stride"),
          (convolution.padding, LanguageBounds.padding, "padding"),
          (convolution.dilation, LanguageBounds.dilation, "dilation"),
        ])
    case .maxPool(let pool):
      return check([
        (pool.kernel, LanguageBounds.kernel, "kernel"),
        (pool.stride, LanguageBounds.stride, "stride"),
        (pool.padding, LanguageBounds.padding, "padding"),
      ])
    case .averagePool(let pool):
      return check([
        (pool.kernel, LanguageBounds.kernel, "kernel"),
        (pool.stride, LanguageBounds.stride, "stride"),
        (pool.padding, LanguageBounds.padding, "padding"),
      ])
    case .adaptivePool(let size):
      return check([
        (size.height, LanguageBounds.imageSide, "height"),
        (size.width, LanguageBounds.imageSide, "width"),
      ])
    case .linear(let inputs, let outputs, _):
      return check([
        (outputs, LanguageBounds.channels, "outputs"), (inputs ?? 1, 1...Int.max, "inputs"),
      ])
    case .localResponseNorm(let size, let alpha, let beta, let k):
      if let value = check([(size, LanguageBounds.normalizationSize, "size")]) { return value }
      return (0...1e6).contains(alpha) && (0...1e3).contains(beta) && (1e-6...1e6).contains(k)
        ? nil : ("\(alpha), \(beta), \(k)", "LRN")
    case .dropout(let probability):
      return (0...1).contains(probability) ? nil : ("\(probability)", "dropout")
    case .activation(.leakyReLU(let slope)):
      return LanguageBounds.leakySlope.contains(slope) ? nil : ("\(slope)", "negative_slope")
    case .activation(.elu(let alpha)):
      return LanguageBounds.eluAlpha.contains(alpha) ? nil : ("\(alpha)", "alpha")
    case .batchNorm, .activation, .globalPool, .flatten, .softmax: return nil
    }
  }
}
