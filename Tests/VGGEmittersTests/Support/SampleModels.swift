import VGGTestSupport

extension SampleModel {
  /// The samples whose emitted files have golden files; of the last three, whole packages.
  static let emitted = [a, d, dense, vgg11BatchNorm, perceptual, custom, everyKind]
}
