import VGGTestSupport

extension SampleModel {
  /// The samples whose reports have golden files.
  static let reported = [custom, d, everyKind, stopped]
}
