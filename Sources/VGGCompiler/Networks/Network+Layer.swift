import VGGDiagnostics
import VGGGraph

extension Network {
  /// A layer of a network.
  public struct Layer: Hashable, Sendable {
    /// torchvision's name, the prefix of its tensors in a state dict: `features.0`, `classifier.3`.
    public let name: String
    /// The name in the paper and its Caffe models, unique in the network: `conv1_1`, `pool1`, `fc6`.
    public let paperName: String
    /// The kind of the operation.
    public let kind: Kind
    /// The layer as the paper's Table 1 writes it: `conv3-64`, `maxpool`, `FC-4096`.
    public let notation: String
    /// The shape of the input.
    public let input: Shape
    /// The shape of the output.
    public let output: Shape
    /// The sliding window; `nil` for kinds without one.
    public let window: Window?
    /// The number of learned parameters.
    public let parameters: Int
    /// The number of multiply-adds (MACs) for one image.
    public let macs: Int
    /// The memory for the output in bytes; 0 for a layer that works in place.
    public let activationBytes: Int
    /// The part of the image that one value of the output sees; `nil` if that is all of it, or differs from value to
    /// value.
    public let receptiveField: ReceptiveField?
    /// The tensors that the layer reads from a file of weights, in the order of PyTorch's state dict.
    public let tensors: [Tensor]
    /// The entry of the configuration that the layer comes from, which may be in a file that it extends.
    public let range: SourceRange
  }

  /// A window that slides over a map: of a convolution, of a pooling layer, or of a classifier in the paper's dense form.
  public struct Window: Hashable, Sendable {
    /// The size of the kernel.
    public let kernel: Sides
    /// The distance from one place of the window to the next.
    public let stride: Sides
    /// The rows and columns added at each edge.
    public let padding: Sides
    /// The distance between neighbouring values of the kernel.
    public let dilation: Sides
  }

  /// The part of the image that one value of a feature map depends on, in pixels.
  public struct ReceptiveField: Hashable, Sendable {
    /// Its height and width.
    public let size: Sides
    /// The distances between the fields of neighbouring values.
    public let jump: Sides
    /// The rows and columns of the first value's field outside the image.
    public let padding: Sides
  }

  /// A tensor of a network's state dict.
  public struct Tensor: Hashable, Sendable {
    /// torchvision's name: `features.0.weight`.
    public let name: String
    /// The extents, outermost first: output channels x input channels x height x width for a convolution's weight.
    public let shape: [Int]
  }

  /// A layer whose values are an output of the network in addition to the last one's.
  public struct Tap: Hashable, Sendable {
    /// The name in the configuration: the paper's or torchvision's.
    public let name: String
    /// The layer's index in ``Network/layers``.
    public let layerIndex: Int
  }
}

extension Network.Layer {
  init(_ layer: VGGGraph.Layer, paperName: String, in sources: SourceMap) {
    name = layer.name
    self.paperName = paperName
    kind = Kind(rawValue: layer.kind.name)
    notation = layer.kind.notation
    input = Network.Shape(layer.input)
    output = Network.Shape(layer.output)
    window = layer.kind.window.map(Network.Window.init)
    parameters = layer.parameters
    macs = layer.macs
    // The sum over all layers was checked, so this fits.
    activationBytes = layer.activationBytes ?? .max
    receptiveField = layer.receptiveField.map(Network.ReceptiveField.init)
    tensors = layer.stateTensors.map { Network.Tensor(name: $0.name, shape: $0.shape) }
    range = SourceRange(layer.range, in: sources)
  }
}

extension Network.Window {
  init(_ window: VGGGraph.Window) {
    kernel = Network.Sides(window.kernel)
    stride = Network.Sides(window.stride)
    padding = Network.Sides(window.padding)
    dilation = Network.Sides(window.dilation)
  }
}

extension Network.ReceptiveField {
  init(_ field: VGGGraph.ReceptiveField) {
    size = Network.Sides(field.size)
    jump = Network.Sides(field.jump)
    padding = Network.Sides(field.padding)
  }
}
