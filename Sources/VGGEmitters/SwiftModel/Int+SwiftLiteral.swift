import VGGDiagnostics

extension Int {
  /// The number as a Swift literal: with `_` between groups of three from seven digits on, as
  /// swift-format requires.
  var swiftLiteral: String {
    magnitude < 1_000_000 ? String(self) : String(grouped(self).map { $0 == "," ? "_" : $0 })
  }
}
