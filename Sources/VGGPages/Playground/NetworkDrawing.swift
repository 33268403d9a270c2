import VGGGraph
import VGGMarkup

/// The volumes that the layers give, each of which can be pointed at and chosen.
struct NetworkDrawing {
  private let sheet: SVGSheet

  /// - Parameter isWhole: Whether the network goes on to its scores; else a cross stands at the end.
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

  /// - Parameter label: What the drawing is, for those who cannot see it.
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
