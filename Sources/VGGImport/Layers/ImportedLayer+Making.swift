import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec

// The readers of binary files are in another module.

extension ImportedLayer {
  /// - Parameters:
  ///   - range: UTF-8 offsets in the text that represents the file.
  ///   - name: The layer's name in the file.
  ///   - isOfClassifier: Whether the file marks the layer as part of the classifier.
  package init(
    _ kind: Kind, at range: Range<Int>, name: String, isOfClassifier: Bool = false
  ) {
    self.init(kind: kind, range: range, name: name, isOfClassifier: isOfClassifier)
  }
}

extension ImportedConvolution {
  /// - Parameter inputs: The input channels of all groups together.
  package init(inputs: Int, outputs: Int, window: ImportedWindow, groups: Int, bias: Bool) {
    self.init(
      inputs: inputs, outputs: .count(outputs), kernel: window.kernel, stride: window.stride,
      padding: window.padding, dilation: window.dilation, groups: groups, bias: bias)
  }
}

extension ImportedConvolution {
  var window: ImportedWindow {
    ImportedWindow(kernel: kernel, stride: stride, padding: padding, dilation: dilation)
  }

  var connection: ChannelConnection {
    switch outputs {
    case .each: .each
    case .count: groups == 1 ? .all : .group
    }
  }
}

extension ImportedMaxPool {
  package init(window: ImportedWindow, rounding: ImportedRounding) {
    self.init(
      kernel: window.kernel, stride: window.stride, padding: window.padding, rounding: rounding)
  }
}

extension ImportedAveragePool {
  package init(window: ImportedWindow, rounding: ImportedRounding, countsPadding: Bool) {
    self.init(
      kernel: window.kernel, stride: window.stride, padding: window.padding, rounding: rounding,
      countsPadding: countsPadding)
  }
}

/// A window of another tool.
package struct ImportedWindow {
  package var kernel: Sides
  package var stride: Sides
  package var padding: Sides
  package var dilation: Sides

  package init(kernel: Sides, stride: Sides, padding: Sides, dilation: Sides = 1) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
  }
}

extension ImportedNetwork {
  /// - Parameters:
  ///   - channels: The image's channels; `nil` if the file does not state them.
  ///   - plane: The image's height and width; `nil` if the file does not state them.
  ///   - order: The order in which the first linear layer reads a map.
  package init(
    name: String?, channels: Int?, plane: PlaneSize?, layers: [ImportedLayer], order: ValueOrder
  ) {
    self.init(
      name: name, image: ImportedImage(channels: channels, plane: plane), layers: layers,
      valueOrder: order)
  }
}

extension ImportedLayer {
  /// The layer as one with weights; `nil` if it has none.
  var weighted: WeightedLayer? {
    switch kind {
    case .convolution(let convolution):
      WeightedLayer(name: name, role: .convolution(convolution.connection), storage: storage)
    case .linear: WeightedLayer(name: name, role: .linear, storage: storage)
    case .activation(.prelu): WeightedLayer(name: name, role: .activation, storage: storage)
    case .batchNorm(let epsilon):
      WeightedLayer(name: name, role: .norm(epsilon: epsilon), storage: storage)
    case .activation, .maxPool, .averagePool, .adaptivePool, .globalPool, .localResponseNorm,
      .flatten, .dropout, .softmax:
      nil
    }
  }
}

/// The order in which the values of a map are flattened.
package enum ValueOrder: Sendable {
  /// Channels, height, width, as in PyTorch and ONNX.
  case channelsFirst
  /// Height, width, channels, as in Keras.
  case channelsLast
}

/// The model that was read from a whole file, or the obstacles to reading it as one.
package enum ReadNetwork {
  case model(ImportedModel)
  case obstructed([Obstacle])

  /// - Parameter obstacles: The parts for which a reader found no counterpart.
  package init(_ network: ImportedNetwork, without obstacles: [Obstacle]) {
    guard obstacles.isEmpty else {
      self = .obstructed(obstacles)
      return
    }
    do throws(Obstacles) {
      self = .model(try ImportedModel(network).whole)
    } catch {
      self = .obstructed(error.all)
    }
  }
}

extension Obstacle {
  /// The obstacle with its position in the file `source`.
  package func spanned(in source: SourceID) -> Spanned<ForeignObstacle> {
    Spanned(
      reason, at: SourceRange(source: source, start: range.lowerBound, end: range.upperBound))
  }
}

extension ImportedLayer {
  package var isFlatten: Bool {
    if case .flatten = kind { true } else { false }
  }

  /// This layer with the given convolution, and a bias.
  package func withBias(_ convolution: ImportedConvolution) -> ImportedLayer {
    var convolution = convolution
    convolution.bias = true
    return ImportedLayer(kind: .convolution(convolution), range: range, name: name)
  }
}
