import VGGDiagnostics
import VGGMarkup
import VGGSpec

extension Korean {
  package func fieldKey(_ name: String, _ size: Sides) -> String {
    "\(name): \(grouped(size.height)) x \(grouped(size.width)) 픽셀"
  }
  package func view(_ width: Int, _ height: Int) -> String {
    "\(grouped(width)) x \(grouped(height)) 픽셀을 봅니다"
  }
  package func markingEnglish(in element: Element) -> Element { element.markingEnglish() }
}
