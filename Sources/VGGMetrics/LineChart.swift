import VGGDiagnostics

/// A line chart over epochs.
struct LineChart {
  struct Series {
    let name: String
    let paint: SVGDrawing.Paint
    /// One value per epoch; `nil` and values that are not finite leave a gap.
    let values: [Double?]
  }

  let title: String
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  let series: [Series]
  let values: Ticks
  /// Whether values are written as percentages.
  let isShare: Bool

  private var count: Int { series.map(\.values.count).max() ?? 0 }

  func draw(_ drawing: inout SVGDrawing) {
    drawing.text(title, x: left, y: top - 14, isBold: true)
    for value in values.values {
      drawing.line([(left, y(value)), (left + width, y(value))], .grid)
      drawing.text(label(value), x: left - 8, y: y(value) + 4, .faint, anchor: .end, size: 11)
    }
    drawing.line([(left, top + height), (left + width, top + height)], .line)
    for epoch in Ticks.epochs(count) {
      drawing.text(
        String(epoch), x: x(epoch - 1), y: top + height + 17, .faint, anchor: .middle, size: 11)
    }
    drawing.text(
      "epoch", x: left + width, y: top + height + 33, .faint, anchor: .end, size: 11)
    for line in series { draw(line, &drawing) }
    drawLegend(&drawing)
  }

  private func draw(_ line: Series, _ drawing: inout SVGDrawing) {
    var run: [(x: Double, y: Double)] = []
    func isDashed() -> Bool { line.paint == .second }
    for (epoch, value) in line.values.enumerated() {
      if let value, value.isFinite { run.append((x(epoch), y(value))) }
      if value?.isFinite != true || epoch == line.values.count - 1 {
        if run.count > 1 { drawing.line(run, line.paint, width: 2, isDashed: isDashed()) }
        if let last = run.last { drawing.dot(x: last.x, y: last.y, line.paint) }
        run = []
      }
    }
  }

  private func drawLegend(_ drawing: inout SVGDrawing) {
    var place = left + width
    for line in series.reversed() where line.values.contains(where: { $0?.isFinite == true }) {
      drawing.text(line.name, x: place, y: top - 14, anchor: .end)
      place -= Double(line.name.count) * 7 + 6
      drawing.line(
        [(place - 24, top - 18), (place, top - 18)], line.paint, width: 2,
        isDashed: line.paint == .second)
      place -= 40
    }
  }

  private func x(_ epoch: Int) -> Double {
    count > 1 ? left + width * Double(epoch) / Double(count - 1) : left + width / 2
  }

  private func y(_ value: Double) -> Double {
    top + height * (1 - (value - values.first) / (values.last - values.first))
  }

  private func label(_ value: Double) -> String {
    isShare
      ? fixed(value * 100, places: max(0, values.places - 2)) + "%"
      : fixed(value, places: values.places)
  }
}
