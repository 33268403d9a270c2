import VGGDiagnostics

extension Korean {
  package func fieldKey(_ name: String, _ size: Int) -> String {
    "\(name): \(grouped(size)) x \(grouped(size)) 픽셀"
  }
  package func view(_ width: Int, _ height: Int) -> String {
    "\(grouped(width)) x \(grouped(height)) 픽셀을 봅니다"
  }
}
