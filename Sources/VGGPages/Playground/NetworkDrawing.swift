import VGGGraph
import VGGMarkup

/// The layers' output volumes, each of which can be pointed at and selected.
struct NetworkDrawing {
  private let sheet: SVGSheet

  /// - Parameter isWhole: Whether the network is complete; if not, there is a cross at the end.
  init(
    _ items: [DiagramItem], _ phrases: any PagePhrasebook, in scale: DiagramScale, isWhole: Bool
  ) {
    var sheet = SVGSheet(phrases)
    var numbers: [DiagramVolume: Int] = [:]
    for case .volume(let volume) in items { numbers[volume] = numbers.count }
    sheet.add(DiagramLayout(items, phrases, in: scale)) { volume in
      ["data-volume": "\(numbers[volume] ?? 0)", "role": "button", "tabindex": "-1"]
    }
    if !isWhole { sheet.addCross() }
    self.sheet = sheet
  }

  /// - Parameter label: The drawing's label for screen readers.
  func element(_ label: String) -> Element {
    let (width, height) = (
      coordinate(sheet.width + 2 * SVGSheet.margin), coordinate(sheet.y + SVGSheet.margin)
    )
    return Element(
      "svg",
      [
        "class": "vggc", "width": width, "height": height, "viewBox": "0 0 \(width) \(height)",
        "role": "group", "aria-label": label,
      ]
    ) {
      sheet.elements
    }
  }
}
