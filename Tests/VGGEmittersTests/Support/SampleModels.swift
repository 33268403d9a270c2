import VGGTestSupport

extension SampleModel {
  /// The samples whose emitted files have golden files; the last four have whole packages.
  static let emitted = [a, d, dense, vgg11BatchNorm, perceptual, lpips, custom, everyKind]
}
