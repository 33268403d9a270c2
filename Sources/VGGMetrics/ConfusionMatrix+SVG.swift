import VGGDiagnostics

extension ConfusionMatrix {
  /// The matrix as a picture: a darker cell is a larger share of its row.
  package func svg(
    title: String, in phrases: any EvaluationPhrasebook = English()
  ) -> String {
    MatrixDrawing(matrix: self, title: title, phrases: phrases).document
  }
}

private struct MatrixDrawing {
  let matrix: ConfusionMatrix
  let title: String
  let phrases: any EvaluationPhrasebook

  private var caption: String { phrases.evaluationTexts.matrixCaption }

  private var count: Int { matrix.classes.count }
  /// Cells shrink as classes increase; numbers and names are left out if they would be illegible.
  private var cell: Double { max(4, min(44, (720 / Double(max(count, 1))).rounded(.down))) }
  private var hasNumbers: Bool { cell >= 22 }
  private var hasNames: Bool { cell >= 10 }
  private var nameSize: Double { min(12, cell - 1) }
  private var nameWidth: Double {
    guard hasNames else { return 0 }
    let longest = matrix.classes.map { displayWidth(shortened($0)) }.max() ?? 0
    return Double(longest) * nameSize * 0.62
  }
  private var left: Double { 28 + nameWidth + 12 }
  private var top: Double { 64 + nameWidth * 0.72 + 8 }
  private var size: Double { cell * Double(count) }

  var document: String {
    // Names above the last column extend to the right.
    let widest = [
      left + size + 20 + nameWidth * 0.72, Double(displayWidth(title)) * 9 + 32,
      Double(displayWidth(caption)) * 6.6 + 32,
    ]
    var drawing = SVGDrawing(
      width: widest.max() ?? 0, height: top + size + 20, title: title)
    drawing.text(title, x: 16, y: 26, size: 15, isBold: true)
    drawing.text(caption, x: 16, y: 46, .faint)
    for actual in 0..<count {
      let total = matrix.photos(of: actual)
      if hasNames { drawNames(actual, &drawing) }
      for answer in 0..<count {
        drawCell(actual: actual, answer: answer, of: total, &drawing)
      }
    }
    drawFrame(&drawing)
    return drawing.document
  }

  private func drawNames(_ label: Int, _ drawing: inout SVGDrawing) {
    let name = shortened(matrix.classes[label])
    let middle = (Double(label) + 0.5) * cell
    drawing.text(
      name, x: left - 8, y: top + middle + nameSize * 0.36, anchor: .end, size: nameSize)
    let isNarrow = Double(displayWidth(name)) * nameSize * 0.62 <= cell
    drawing.text(
      name, x: left + middle, y: top - 8, anchor: isNarrow ? .middle : .start, size: nameSize,
      turned: !isNarrow)
  }

  private func drawCell(actual: Int, answer: Int, of total: Int, _ drawing: inout SVGDrawing) {
    let value = matrix[actual, answer]
    guard value > 0 else { return }
    let share = Double(value) / Double(total)
    let (x, y) = (left + Double(answer) * cell, top + Double(actual) * cell)
    drawing.rectangle(
      x: x, y: y, width: cell, height: cell, .cell, opacity: 0.08 + 0.92 * share,
      tip: phrases.taken(value, of: total, matrix.classes[actual], for: matrix.classes[answer]))
    guard hasNumbers else { return }
    let digits = String(value)
    drawing.text(
      digits, x: x + cell / 2, y: y + cell / 2 + 4, share > 0.55 ? .cellText : .text,
      anchor: .middle, size: min(12, cell / Double(max(digits.count, 2)) * 1.3))
  }

  private func drawFrame(_ drawing: inout SVGDrawing) {
    if hasNames {
      for line in 1..<max(count, 1) {
        let place = Double(line) * cell
        drawing.line([(left, top + place), (left + size, top + place)], .grid)
        drawing.line([(left + place, top), (left + place, top + size)], .grid)
      }
    }
    drawing.line(
      [
        (left, top), (left + size, top), (left + size, top + size), (left, top + size),
        (left, top),
      ], .line)
  }
}
