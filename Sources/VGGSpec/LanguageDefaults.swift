import VGGPhotoFit

/// The values of keys that a configuration doesn't state: the keys' descriptions, the reader and
/// the graph take them from here.
package enum LanguageDefaults {
  package static let input = MapShape(channels: 3, height: 224, width: 224)

  // MARK: - Layers

  /// Height and width of a convolution's filter.
  static let kernel = 3
  static let stride = 1
  static let dilation = 1
  static let groups = 1
  static let bias = true
  static let batchNorm = false
  static let activation = ActivationChoice.function(.relu)
  /// PyTorch's slope of a leaky ReLU for negative values.
  static let leakySlope = 0.01
  /// PyTorch's alpha of an ELU.
  static let eluAlpha = 1.0
  /// Height and width of the window of `M`.
  static let pool = 2
  static let poolPadding = 0
  static let poolCeil = false
  static let countsPadding = true
  /// Krizhevsky's normalisation, as the paper uses it.
  static let normalizationSize = 5
  static let normalizationAlpha = 5e-4
  static let normalizationBeta = 0.75
  static let normalizationK = 2.0

  // MARK: - Classifier

  package static let hidden = [4096, 4096]
  package static let dropout = 0.5
  package static let classes = 1000

  // MARK: - Photos

  package static let interpolation = PhotoInterpolation.bilinear
  /// ImageNet's mean, used to normalise photos with three channels.
  package static let colourMean = [0.485, 0.456, 0.406]
  package static let colourDeviation = [0.229, 0.224, 0.225]
  /// For inputs with another number of channels.
  package static let mean = 0.0
  package static let deviation = 1.0
  package static let flip = 0.0

  // MARK: - Training

  package static let optimizer = OptimizerName.sgd
  package static let momentum = 0.9
  package static let betas = [0.9, 0.999]
  package static let batch = 256
  package static let epochs = 74
  package static let labelSmoothing = 0.0
  package static let seed = 0

  package static func rate(with optimizer: OptimizerName) -> Double {
    switch optimizer {
    case .sgd: 0.01
    case .adam: 0.001
    }
  }

  package static func weightDecay(with optimizer: OptimizerName) -> Double {
    switch optimizer {
    case .sgd: 0.0005
    case .adam: 0
    }
  }
}
