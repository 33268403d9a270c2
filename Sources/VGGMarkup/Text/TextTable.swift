import VGGDiagnostics

/// An aligned table that drops columns, instead of breaking lines, if there is little room.
///
/// Rows are created on demand, so that a table of a million rows need not be held in memory.
package struct TextTable {
  package struct Column {
    package let title: String
    package let alignment: TextAlignment
    /// The order in which the column is dropped if the table is too wide, lowest first; `nil` to keep it.
    let sacrifice: Int?
    /// Whether the text of a dropped column moves to a line below the row.
    let movesBelow: Bool

    package init(
      title: String, alignment: TextAlignment = .left, sacrifice: Int? = nil,
      movesBelow: Bool = false
    ) {
      self.title = title
      self.alignment = alignment
      self.sacrifice = sacrifice
      self.movesBelow = movesBelow
    }
  }

  package enum Row {
    case cells([String])
    /// A line across the whole table that is highlighted as an alert.
    case alert(String)
  }

  package var columns: [Column]
  package var rowCount: Int
  /// The indentation of the lines below a row.
  var indent = 4
  var row: (Int) -> Row

  package init(_ columns: [Column], rows: [Row]) {
    self.init(columns, rowCount: rows.count) { rows[$0] }
  }

  package init(_ columns: [Column], rowCount: Int, row: @escaping (Int) -> Row) {
    self.columns = columns
    self.rowCount = rowCount
    self.row = row
  }

  package func lines(width: Int, style: TerminalStyle) -> [String] {
    var lines: [String] = []
    write(width: width, style: style) { lines.append($0) }
    return lines
  }

  /// The columns that are kept within `width`.
  package func keptColumns(within width: Int) -> [Int] {
    layout(naturalWidths(), within: width).kept
  }

  /// Passes the lines to `line`, one by one.
  package func write(width: Int, style: TerminalStyle, to line: (String) -> Void) {
    let widths = naturalWidths()
    let (kept, below) = layout(widths, within: width)
    line(style.bold(format(columns.map(\.title), kept: kept, widths: widths)))
    for index in 0..<rowCount {
      switch row(index) {
      case .cells(let cells):
        line(format(cells, kept: kept, widths: widths))
        let details = below.map { cells[$0] }.filter { !$0.isEmpty }.joined(separator: "; ")
        let margin = String(repeating: " ", count: indent)
        for part in pack(details, width: max(20, width - indent)) { line(style.dim(margin + part)) }
      case .alert(let text):
        for part in wrap(text, width: width, indent: "  ") { line(style.coloured(part, .red)) }
      }
    }
  }

  private func naturalWidths() -> [Int] {
    var widths = columns.map { displayWidth($0.title) }
    for index in 0..<rowCount {
      guard case .cells(let cells) = row(index) else { continue }
      for (column, cell) in cells.enumerated() {
        widths[column] = max(widths[column], displayWidth(cell))
      }
    }
    return widths
  }

  /// The columns that are kept within `width`, and those that move below the rows.
  private func layout(_ widths: [Int], within width: Int) -> (kept: [Int], below: [Int]) {
    var kept = Array(columns.indices)
    var below: [Int] = []
    while kept.map({ widths[$0] }).reduce(0, +) + 2 * (kept.count - 1) > width {
      let candidates = kept.filter { columns[$0].sacrifice != nil }
      guard
        let next = candidates.min(by: {
          (columns[$0].sacrifice ?? 0) < (columns[$1].sacrifice ?? 0)
        })
      else { break }
      kept.removeAll { $0 == next }
      if columns[next].movesBelow { below.append(next) }
    }
    return (kept, below.sorted())
  }

  private func format(_ cells: [String], kept: [Int], widths: [Int]) -> String {
    kept.map { pad(cells[$0], to: widths[$0], columns[$0].alignment) }
      .joined(separator: "  ").trimmingEnd
  }
}
