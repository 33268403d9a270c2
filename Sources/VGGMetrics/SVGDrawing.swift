import VGGFiles
import VGGMarkup

/// A drawing in SVG, element by element, legible on light and on dark pages.
///
/// Colours are attributes, for the light page; a style sheet overrides them by class for readers
/// who prefer dark pages, in viewers that support it.
struct SVGDrawing {
  /// The role of an element's colour.
  enum Paint: String, CaseIterable {
    case page, text, faint, line, grid, first, second, cell, cellText

    var colour: Colour {
      switch self {
      case .page: Palette.chartPage.colour
      case .text: Palette.chartText.colour
      case .faint: Palette.chartFaint.colour
      case .line: Palette.chartLine.colour
      case .grid: Palette.chartGrid.colour
      case .first, .cell: Palette.chartFirst.colour
      case .second: Palette.chartSecond.colour
      case .cellText: Palette.chartCellText.colour
      }
    }
  }

  /// The position of a text relative to its point.
  enum Anchor: String {
    case start, middle, end
  }

  private let width: Double
  private let height: Double
  private let title: String
  private var elements: [Element] = []

  init(width: Double, height: Double, title: String) {
    (self.width, self.height, self.title) = (width, height, title)
  }

  mutating func text(
    _ content: String, x: Double, y: Double, _ paint: Paint = .text, anchor: Anchor = .start,
    size: Double = 12, isBold: Bool = false, turned: Bool = false
  ) {
    var text = Element("text", ["x": number(x), "y": number(y)], text: onOneLine(content))
      .adding(fill(paint)).adding(["font-size": number(size), "text-anchor": anchor.rawValue])
    if isBold { text = text.adding(["font-weight": "600"]) }
    if turned { text = text.adding(["transform": "rotate(-45 \(number(x)) \(number(y)))"]) }
    elements.append(text)
  }

  mutating func line(
    _ points: [(x: Double, y: Double)], _ paint: Paint, width: Double = 1, isDashed: Bool = false
  ) {
    let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    let line = Element("polyline", ["points": list, "fill": "none"]).adding(stroke(paint))
      .adding(["stroke-width": number(width), "stroke-linejoin": "round"])
    elements.append(isDashed ? line.adding(["stroke-dasharray": "5 4"]) : line)
  }

  mutating func dot(x: Double, y: Double, _ paint: Paint) {
    elements.append(
      Element("circle", ["cx": number(x), "cy": number(y), "r": "3"]).adding(fill(paint)))
  }

  /// - Parameter tip: the text that a viewer shows under the pointer.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ paint: Paint, opacity: Double = 1,
    tip: String? = nil
  ) {
    let rectangle = Element(
      "rect",
      ["x": number(x), "y": number(y), "width": number(width), "height": number(height)]
    ) {
      if let tip { Element("title", text: onOneLine(tip)) }
    }.adding(fill(paint))
    elements.append(
      opacity < 1 ? rectangle.adding(["fill-opacity": number(opacity)]) : rectangle)
  }

  /// The whole document.
  var document: String {
    let dark = Paint.allCases.map { paint in
      let colour = paint.colour.dark
      return ".\(paint.rawValue){fill:\(colour)}.\(paint.rawValue)-line{stroke:\(colour)}"
    }
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": number(width), "height": number(height),
        "viewBox": "0 0 \(number(width)) \(number(height))", "role": "img",
        "font-family": "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif",
      ]
    ) {
      Element("title", text: onOneLine(title))
      Element("style", text: "@media (prefers-color-scheme: dark){\(dark.joined())}")
      Element("rect", ["width": "100%", "height": "100%"]).adding(fill(.page))
      elements
    }.rendered(as: .compactXML)
  }

  private func fill(_ paint: Paint) -> KeyValuePairs<String, String> {
    ["class": paint.rawValue, "fill": paint.colour.light]
  }

  private func stroke(_ paint: Paint) -> KeyValuePairs<String, String> {
    ["class": "\(paint.rawValue)-line", "stroke": paint.colour.light]
  }

  private func number(_ value: Double) -> String { svgNumber(value) }
}

/// A coordinate, rounded to hundredths, without trailing zeros.
private func svgNumber(_ value: Double) -> String {
  let hundredths = Int(clamping: (value * 100).rounded())
  let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  let digits = rest.isMultiple(of: 10) ? String(rest / 10) : (rest < 10 ? "0\(rest)" : "\(rest)")
  return "\(sign)\(whole).\(digits)"
}

/// `text` with its line breaks and tabs as spaces.
private func onOneLine(_ text: String) -> String {
  String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
}
