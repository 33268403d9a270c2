import VGGDiagnostics
import VGGMarkup
import VGGSpec

extension English {
  package func fieldKey(_ name: String, _ size: Sides) -> String {
    "\(name): \(grouped(size.height)) x \(grouped(size.width)) pixels"
  }
  package func view(_ width: Int, _ height: Int) -> String {
    "sees \(grouped(width)) x \(grouped(height)) pixels"
  }
  package func markingEnglish(in element: Element) -> Element { element }
}
