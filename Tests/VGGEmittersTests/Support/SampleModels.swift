import VGGTestSupport

extension SampleModel {
  /// The samples whose emitted files have golden files; of the last two, whole packages.
  static let emitted = [a, d, vgg11BatchNorm, custom, everyKind]
}
