import VGGDiagnostics

extension Int {
  /// As a Swift literal: with `_` between groups of three from seven digits on, where swift-format
  /// asks for it.
  var swiftLiteral: String {
    magnitude < 1_000_000 ? String(self) : String(grouped(self).map { $0 == "," ? "_" : $0 })
  }
}
