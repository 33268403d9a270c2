import VGGDiagnostics

/// A remark on a part of another tool's file that is read differently, or is not in the file.
package enum ImportRemark: Hashable, Sendable {
  /// Images of height x width x channels.
  case channelsLast
  /// Layers in torchvision's numbering that have no node.
  case assumedDropout([String])
  /// The names of outputs that no layer before the last has.
  case outputsLeftOut([String])
  case noValues
  /// Values from 0 to 1, as darknet passes them to networks.
  case darknetValues
  /// Kernels in Keras's order of axes, and the inputs of the first linear layer if a map is flattened.
  case kernelsTransposed(withInputs: Bool)
  /// A first convolution that took blue, green, red.
  case coloursReversed
  /// The means that Caffe subtracts, in blue, green, red.
  case statedMeans([Double])
  /// Means that the file does not state.
  case assumedMeans([Double])
}

extension ImportRemark {
  /// The remark in English.
  package var inWords: String {
    switch self {
    case .channelsLast:
      "its images are height x width x channels; the configuration's are channels x height x width"
    case .assumedDropout(let layers):
      "there is no node for \(listed(layers, most: 4)): dropout of 0.5 is written, since a model for inference has no "
        + "dropout probability"
    case .outputsLeftOut(let names):
      "its outputs \(listed(names.map(printable), most: 4)) are left out: only a layer before the last can be "
        + "an additional output"
    case .noValues: "it has no weight values"
    case .darknetValues: "darknet passes networks values from 0 to 1, and so does `preprocess`"
    case .kernelsTransposed(let withInputs):
      "kernels are transposed from height x width x input x output channels"
        + (withInputs
          ? ", and the first linear layer's inputs from height x width x channels" : "")
    case .coloursReversed: "the first convolution's input channels are reordered from BGR to RGB"
    case .statedMeans(let means):
      "Caffe subtracts \(means) (blue, green, red) from values up to 255: `preprocess` does the same for values up to 1"
    case .assumedMeans(let means):
      "the file does not state the means that Caffe subtracts; `preprocess` has those of ImageNet, \(means) "
        + "(blue, green, red): change them if the network was trained with others"
    }
  }
}
