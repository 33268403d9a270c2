import VGGMarkup

@testable import VGGPages

/// The picture of Docs/Architecture.md: the groups as boxes with their modules, and arrows from each importing part to
/// the parts that it imports.
struct ModulePicture {
  private static let margin = 16.0
  private static let columnGap = 24.0
  private static let arrow = 34.0

  private var charts: [ModuleGroup: ModuleChart] = [:]
  private var boxes: [ModuleGroup: Frame] = [:]
  private var width = 0.0
  private var height = 0.0

  init() {
    let order = ModuleGroup.order
    let columns = Self.columns(of: order)
    for group in order.parts {
      let isNarrow = columns[group].map { $0.lowerBound == $0.upperBound } ?? true
      charts[group] = ModuleChart(group, flow: isNarrow ? .down : .right)
    }
    let lefts = lefts(of: columns)
    var y = Self.margin
    for level in order.levels {
      let rowHeight = level.compactMap { charts[$0]?.height }.max() ?? 0
      for group in level {
        guard let span = columns[group], let chart = charts[group] else { continue }
        let left = lefts[span.lowerBound]
        let own = lefts[span.upperBound + 1] - Self.columnGap - left
        boxes[group] = Frame(x: left, y: y, width: own, height: rowHeight)
        charts[group] = chart.centred(in: own)
      }
      y += rowHeight + Self.arrow
    }
    width = (lefts.last ?? 0) - Self.columnGap + Self.margin
    height = y + 15 * Double(Self.legend.count - 1)
  }

  /// The left edge of each column, and of the one that would follow the last: the columns are as wide as the charts in
  /// them need.
  private func lefts(of columns: [ModuleGroup: ClosedRange<Int>]) -> [Double] {
    let count = (columns.values.map(\.upperBound).max() ?? 0) + 1
    var widths = [Double](repeating: 0, count: count)
    let spans = columns.sorted {
      ($0.value.count, $0.value.lowerBound) < ($1.value.count, $1.value.lowerBound)
    }
    for (group, span) in spans {
      let gaps = Double(span.count - 1) * Self.columnGap
      let lacking = (charts[group]?.width ?? 0) - gaps - widths[span].reduce(0, +)
      for column in span where lacking > 0 { widths[column] += lacking / Double(span.count) }
    }
    return widths.reduce(into: [Self.margin]) { lefts, width in
      lefts.append((lefts.last ?? 0) + width + Self.columnGap)
    }
  }

  /// The columns of each group: those of the widest level are next to each other, and the groups above and below have
  /// the columns of the groups that they are connected with.
  private static func columns(of order: ImportOrder<ModuleGroup>) -> [ModuleGroup: ClosedRange<Int>]
  {
    let widest = order.levels.max { $0.count < $1.count } ?? []
    var columns: [ModuleGroup: ClosedRange<Int>] = [:]
    for (index, group) in widest.enumerated() { columns[group] = index...index }
    func span(_ groups: [ModuleGroup]) -> ClosedRange<Int>? {
      let spans = groups.compactMap { columns[$0] }
      guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
      else { return nil }
      return first...last
    }
    let all = order.levels.flatMap { $0 }
    for group in all where columns[group] == nil {
      columns[group] = span(order.importers(of: group))
    }
    for group in all.reversed() where columns[group] == nil {
      columns[group] = span(order.direct(of: group))
    }
    return columns
  }

  /// - Parameter comment: The origin of the picture.
  func svg(comment: String) -> String {
    let order = ModuleGroup.order
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "modules", "width": coordinate(width),
        "height": coordinate(height), "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
        "role": "img", "aria-labelledby": "modules-title modules-description",
      ]
    ) {
      Element("title", ["id": "modules-title"], text: "The modules of vggc and their imports")
      Element("desc", ["id": "modules-description"], text: Self.description)
      Element("style") { Element.Node.lines(Self.style) }
      Element("defs") {
        Element(
          "marker",
          [
            "id": "tip", "viewBox": "0 0 8 8", "refX": "7", "refY": "4", "markerWidth": "7",
            "markerHeight": "7", "markerUnits": "userSpaceOnUse", "orient": "auto",
          ]
        ) { Element("path", ["class": "tip", "d": "M0 0L8 4L0 8z"]) }
      }
      Element(
        "rect", ["class": "ground", "width": coordinate(width), "height": coordinate(height)])
      for group in order.parts {
        for imported in order.direct(of: group) { arrow(from: group, to: imported) }
      }
      for group in order.parts { box(of: group) }
      for (index, line) in Self.legend.enumerated() {
        Element(
          "text",
          [
            "class": "note", "x": coordinate(Self.margin),
            "y": coordinate(height - Self.margin + 15 * Double(index + 1 - Self.legend.count)),
          ], text: line)
      }
    }.document(as: .xml, comment: comment)
  }

  private static let legend = [
    "Arrows point from the importing part to the imported one. A module may import all modules of the groups that its group leads to,",
    "and at most those modules in the same group that it leads to; “and” names a single module of another part that it may also import.",
  ]

  /// A description of the picture in words.
  private static var description: String {
    ModuleGroup.order.levels.flatMap { $0 }.map { group in
      let imports = ModuleGroup.order.direct(of: group).map(\.title)
      return "Group \(group.title), with the modules \(group.order.parts.joined(separator: ", ")), "
        + (imports.isEmpty
          ? "imports no other group." : "imports \(imports.joined(separator: " and ")).")
    }.joined(separator: " ")
  }

  private func arrow(from group: ModuleGroup, to imported: ModuleGroup) -> [Element] {
    guard let from = boxes[group], let to = boxes[imported] else { return [] }
    // In the middle of the columns that both have.
    let x = (max(from.x, to.x) + min(from.right, to.right)) / 2
    return [line((x, from.bottom), (x, to.y - 2), ["class": "arrow"])]
  }

  private func box(of group: ModuleGroup) -> [Element] {
    guard let frame = boxes[group], let chart = charts[group] else { return [] }
    var parts = [
      rectangle(frame, radius: 8, ["class": "group"]),
      Element(
        "text",
        [
          "class": "heading", "x": coordinate(frame.x + ModuleChart.padding),
          "y": coordinate(frame.y + 20),
        ],
        text: group.title),
    ]
    let order = group.order
    for module in order.parts {
      for imported in order.direct(of: module) {
        guard let from = chart.frame(of: module), let to = chart.frame(of: imported) else {
          continue
        }
        let (start, end) =
          switch chart.flow {
          case .down: ((from.middle, from.bottom), (to.middle, to.y - 1))
          case .right: ((from.right, from.centre), (to.x - 1, to.centre))
          }
        parts.append(
          line(
            (frame.x + start.0, frame.y + start.1), (frame.x + end.0, frame.y + end.1),
            ["class": "arrow"]))
      }
    }
    for place in chart.places {
      let own = place.frame.moved(x: frame.x, y: frame.y)
      parts.append(rectangle(own, radius: 5, ["class": "module"]))
      let lines = [(place.module, "name")] + place.exceptions.map { ("and \($0)", "note") }
      for (index, line) in lines.enumerated() {
        parts.append(
          Element(
            "text",
            [
              "class": line.1, "x": coordinate(own.middle),
              "y": coordinate(own.y + 16 + 13 * Double(index)), "text-anchor": "middle",
            ], text: line.0))
      }
    }
    return parts
  }

  private func rectangle(
    _ frame: Frame, radius: Double, _ attributes: KeyValuePairs<String, String>
  ) -> Element {
    Element("rect", attributes).adding([
      "x": coordinate(frame.x), "y": coordinate(frame.y), "width": coordinate(frame.width),
      "height": coordinate(frame.height), "rx": coordinate(radius),
    ])
  }

  private func line(
    _ from: (Double, Double), _ to: (Double, Double), _ attributes: KeyValuePairs<String, String>
  ) -> Element {
    Element("line", attributes).adding([
      "x1": coordinate(from.0), "y1": coordinate(from.1), "x2": coordinate(to.0),
      "y2": coordinate(to.1), "marker-end": "url(#tip)",
    ])
  }

  private static var style: [String] {
    let always = [
      ".modules { color-scheme: light dark; font-family: Helvetica, Arial, sans-serif; font-size: 12px; }",
      ".modules .heading { font-size: 14px; font-weight: bold; }",
      ".modules .note { font-size: 10.5px; }",
      ".modules .group, .modules .module { stroke-width: 1; }",
    ]
    return always + rules(\.light) + ["@media (prefers-color-scheme: dark) {"]
      + rules(\.dark).map { "  \($0)" } + ["}"]
  }

  private static func rules(_ shade: (Colour) -> String) -> [String] {
    func colour(_ palette: Palette) -> String { shade(palette.colour) }
    return [
      ".modules .ground, .modules .module { fill: \(colour(.ground)); }",
      ".modules .group { fill: \(colour(.panel)); stroke: \(colour(.line)); }",
      ".modules .module { stroke: \(colour(.controlEdge)); }",
      ".modules text { fill: \(colour(.text)); }",
      ".modules .note { fill: \(colour(.quiet)); }",
      ".modules .arrow { stroke: \(colour(.quiet)); }",
      ".modules .tip { fill: \(colour(.quiet)); }",
    ]
  }
}
