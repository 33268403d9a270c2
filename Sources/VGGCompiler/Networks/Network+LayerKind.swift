import VGGGraph

extension Network.Layer {
  /// The kind of a layer's operation.
  ///
  /// A later version may have more kinds.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// A convolution.
    public static let conv2d = Kind(Conv2d.self)
    /// Batch normalisation of a map.
    public static let batchNorm2d = Kind(BatchNorm2d.self)
    /// Batch normalisation of a vector.
    public static let batchNorm1d = Kind(BatchNorm1d.self)
    /// ReLU: `max(x, 0)`.
    public static let relu = Kind(ReLU.self)
    /// Leaky ReLU.
    public static let leakyReLU = Kind(LeakyReLU.self)
    /// ELU.
    public static let elu = Kind(ELU.self)
    /// PReLU, which has a learned slope.
    public static let prelu = Kind(PReLU.self)
    /// GELU.
    public static let gelu = Kind(GELU.self)
    /// SiLU: `x * sigmoid(x)`.
    public static let silu = Kind(SiLU.self)
    /// The logistic function.
    public static let sigmoid = Kind(Sigmoid.self)
    /// The hyperbolic tangent.
    public static let tanh = Kind(Tanh.self)
    /// Max pooling.
    public static let maxPool2d = Kind(MaxPool2d.self)
    /// Average pooling.
    public static let avgPool2d = Kind(AvgPool2d.self)
    /// The largest value of each channel.
    public static let globalMaxPool = Kind(GlobalMaxPool.self)
    /// The mean of each channel.
    public static let globalAveragePool = Kind(GlobalAveragePool.self)
    /// Local response normalisation.
    public static let localResponseNorm = Kind(LocalResponseNorm.self)
    /// Average pooling to a fixed size.
    public static let adaptiveAvgPool2d = Kind(AdaptiveAvgPool2d.self)
    /// A map as a vector.
    public static let flatten = Kind(Flatten.self)
    /// A fully connected layer.
    public static let linear = Kind(Linear.self)
    /// A fully connected layer at every position of a map, as in the paper's dense form.
    public static let denseLinear = Kind(DenseLinear.self)
    /// Dropout.
    public static let dropout = Kind(Dropout.self)
    /// Softmax.
    public static let softmax = Kind(Softmax.self)

    /// The name in JSON documents: `conv2d`.
    public let rawValue: String

    /// A kind by its name in JSON documents.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }
  }
}

extension Network.Layer.Kind: CustomStringConvertible {
  /// The name in JSON documents.
  public var description: String { rawValue }
}

extension Network.Layer.Kind {
  private init(_ operation: any LayerOperation.Type) {
    self.init(rawValue: operation.name)
  }
}
