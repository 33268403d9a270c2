import VGGMarkup

/// A drawing in SVG, element by element, legible on light and on dark pages.
///
/// Colours are attributes, for the light page; a style sheet changes them by class for a reader who
/// prefers dark pages, where the viewer knows of that.
struct SVGDrawing {
  /// What an element is painted as.
  enum Paint: String, CaseIterable {
    case page, text, faint, line, grid, first, second, cell, cellText

    var light: String {
      switch self {
      case .page: "#ffffff"
      case .text: "#1f2328"
      case .faint: "#59636e"
      case .line: "#8c959f"
      case .grid: "#d9dee3"
      case .first, .cell: "#0b63c5"
      case .second: "#b54708"
      case .cellText: "#ffffff"
      }
    }

    var dark: String {
      switch self {
      case .page: "#0d1117"
      case .text: "#e6edf3"
      case .faint: "#9198a1"
      case .line: "#656d76"
      case .grid: "#2a3138"
      case .first, .cell: "#58a6ff"
      case .second: "#f0883e"
      case .cellText: "#0d1117"
      }
    }
  }

  /// Where a text stands from its point.
  enum Anchor: String {
    case start, middle, end
  }

  private let width: Double
  private let height: Double
  private let title: String
  private var elements: [String] = []

  init(width: Double, height: Double, title: String) {
    (self.width, self.height, self.title) = (width, height, title)
  }

  mutating func text(
    _ content: String, x: Double, y: Double, _ paint: Paint = .text, anchor: Anchor = .start,
    size: Double = 12, isBold: Bool = false, turned: Bool = false
  ) {
    let turn = turned ? " transform=\"rotate(-45 \(number(x)) \(number(y)))\"" : ""
    let weight = isBold ? " font-weight=\"600\"" : ""
    elements.append(
      "<text x=\"\(number(x))\" y=\"\(number(y))\" \(attributes(.init(fill: paint))) "
        + "font-size=\"\(number(size))\" text-anchor=\"\(anchor.rawValue)\"\(weight)\(turn)>\(escaped(content))</text>"
    )
  }

  mutating func line(
    _ points: [(x: Double, y: Double)], _ paint: Paint, width: Double = 1, isDashed: Bool = false
  ) {
    let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    let dash = isDashed ? " stroke-dasharray=\"5 4\"" : ""
    elements.append(
      "<polyline points=\"\(list)\" fill=\"none\" \(attributes(.init(stroke: paint))) "
        + "stroke-width=\"\(number(width))\" stroke-linejoin=\"round\"\(dash)/>")
  }

  mutating func dot(x: Double, y: Double, _ paint: Paint) {
    elements.append(
      "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"3\" \(attributes(.init(fill: paint)))/>")
  }

  /// - Parameter tip: what a viewer shows where the pointer rests.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ paint: Paint, opacity: Double = 1,
    tip: String? = nil
  ) {
    let content = tip.map { "><title>\(escaped($0))</title></rect>" } ?? "/>"
    let share = opacity < 1 ? " fill-opacity=\"\(number(opacity))\"" : ""
    elements.append(
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" "
        + attributes(.init(fill: paint)) + share + content)
  }

  /// The whole document.
  var document: String {
    let size = "width=\"\(number(width))\" height=\"\(number(height))\""
    let rules = Paint.allCases.map { paint in
      ".\(paint.rawValue){fill:\(paint.dark)}.\(paint.rawValue)-line{stroke:\(paint.dark)}"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" \(size) viewBox="0 0 \(number(width)) \(number(height))" role="img" \
      font-family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif">
      <title>\(escaped(title))</title>
      <style>@media (prefers-color-scheme: dark){\(rules.joined())}</style>
      <rect width="100%" height="100%" class="page" fill="\(Paint.page.light)"/>
      \(elements.joined(separator: "\n"))
      </svg>

      """
  }

  private struct Painting {
    var fill: Paint?
    var stroke: Paint?
  }

  private func attributes(_ painting: Painting) -> String {
    if let fill = painting.fill { return "class=\"\(fill.rawValue)\" fill=\"\(fill.light)\"" }
    guard let stroke = painting.stroke else { return "" }
    return "class=\"\(stroke.rawValue)-line\" stroke=\"\(stroke.light)\""
  }

  private func number(_ value: Double) -> String { svgNumber(value) }
}

/// A coordinate to the hundredth, without zeros at its end.
private func svgNumber(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  let digits = rest.isMultiple(of: 10) ? String(rest / 10) : (rest < 10 ? "0\(rest)" : "\(rest)")
  return "\(sign)\(whole).\(digits)"
}

/// `text` as XML's content or attribute, on one line; characters that XML cannot hold are replaced.
private func escaped(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\t", "\n", "\r": line.append(" ")
    case "\u{0}"..<"\u{20}": line.append("\u{FFFD}")
    default: line.append(scalar)
    }
  }
  return escapedXML(String(line))
}
