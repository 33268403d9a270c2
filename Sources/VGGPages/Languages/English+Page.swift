import VGGDiagnostics

extension English {
  package func fieldKey(_ name: String, _ size: Int) -> String {
    "\(name): \(grouped(size)) x \(grouped(size)) pixels"
  }
  package func view(_ width: Int, _ height: Int) -> String {
    "sees \(grouped(width)) x \(grouped(height)) pixels"
  }
}
