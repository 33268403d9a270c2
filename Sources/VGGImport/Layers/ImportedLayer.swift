import VGGFindings
import VGGSpec

/// A layer as other tools list them, one after the other, before any ReLU is joined with a convolution.
package struct ImportedLayer {
  package enum Kind {
    case convolution(ImportedConvolution)
    case batchNorm(epsilon: Double?)
    case activation(Activation)
    case maxPool(ImportedMaxPool)
    case averagePool(kernel: Int, stride: Int)
    case adaptivePool(PlaneSize)
    case globalPool(GlobalPool)
    case localResponseNorm(size: Int, alpha: Double, beta: Double, k: Double)
    case flatten
    case dropout(Double)
    case linear(inputs: Int?, outputs: Int, bias: Bool)
    case softmax
  }

  package let kind: Kind
  /// In UTF-8 offsets of the file.
  package let range: Range<Int>
  /// The name that the file gives it; empty where it gives none.
  var name = ""
}

/// A square convolution of another tool.
package struct ImportedConvolution {
  var inputs: Int?
  var outputs: Int
  var kernel: Int
  var stride = 1
  var padding = 0
  var bias = true
}

/// A square max pooling layer of another tool.
package struct ImportedMaxPool {
  /// How it gets from a side that its step does not divide to a whole number.
  package enum Rounding {
    case down
    case up
    /// Up, in a tool that has nothing else; `M` where it makes no difference.
    case upUnlessEven
  }

  var kernel: Int
  var stride: Int
  var padding = 0
  var rounding = Rounding.down
}

/// A part of a text that has no counterpart in the language, with its place.
package struct Obstacle: Error {
  let reason: ForeignObstacle
  package let range: Range<Int>

  package init(_ reason: ForeignObstacle, at range: Range<Int>) {
    self.reason = reason
    self.range = range
  }
}

/// Several of them, in the order of the text.
struct Obstacles: Error {
  let all: [Obstacle]
}

/// The image, as far as a text states it.
package struct ImportedImage {
  var channels: Int?
  var plane: PlaneSize?

  static let unknown = ImportedImage(channels: nil, plane: nil)
}

/// The layers of one network, in order, and what holds of them all.
package struct ImportedNetwork {
  var name: String?
  var image = ImportedImage.unknown
  var layers: [ImportedLayer] = []
  /// Whether a linear layer flattens the map that it takes, as in Caffe and darknet.
  var flattensItself = false
  /// The order in which a map is flattened.
  var valueOrder = ValueOrder.channelsFirst
  /// What is subtracted from each channel of a photo, on values from 0 to 255.
  var means: [Double] = []
  var differences: [ForeignDifference] = []
}

extension ImportedLayer.Kind {
  /// The first number that the language does not allow, with its name.
  var valueOutOfBounds: (text: String, name: String)? {
    func check(_ values: [(Int, ClosedRange<Int>, String)]) -> (text: String, name: String)? {
      values.first { !$0.1.contains($0.0) }.map { ("\($0.0)", $0.2) }
    }
    switch self {
    case .convolution(let convolution):
      return check([
        (convolution.outputs, LanguageBounds.channels, "channels"),
        (convolution.inputs ?? 1, LanguageBounds.channels, "channels"),
        (convolution.kernel, LanguageBounds.kernel, "kernel"),
        (convolution.stride, LanguageBounds.stride, "stride"),
        (convolution.padding, LanguageBounds.padding, "padding"),
      ])
    case .maxPool(let pool):
      return check([
        (pool.kernel, LanguageBounds.kernel, "kernel"),
        (pool.stride, LanguageBounds.stride, "stride"),
        (pool.padding, LanguageBounds.padding, "padding"),
      ])
    case .averagePool(let kernel, let stride):
      return check([
        (kernel, LanguageBounds.kernel, "kernel"), (stride, LanguageBounds.stride, "stride"),
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
