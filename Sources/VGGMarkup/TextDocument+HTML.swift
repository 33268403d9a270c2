extension TextDocument {
  /// The document as parts of a page, under a heading of the given level.
  package func html(id: String, under level: Int = 2) -> [Element] {
    var heading = 0
    return blocks.map { block in
      switch block {
      case .title(let text), .heading(let text):
        heading += 1
        return Element("h\(level + 1)", ["id": "\(id)-\(heading)"], text: text)
      case .paragraph(let text): return Element("p", text: oneLine(text))
      case .formulas(let formulas):
        return Element("ul", ["class": "formulas"]) {
          for formula in formulas { Element("li") { Element("code", text: formula) } }
        }
      case .entry(let head, let lines): return entry(head, lines, level: level + 2)
      case .table(let table): return table.html
      case .alert(let text): return Element("p", ["class": "alert"], text: text)
      }
    }
  }

  private func entry(
    _ head: String, _ lines: [(label: String, text: String)], level: Int
  ) -> Element {
    Element("section", ["class": "layer"]) {
      Element("h\(level)", text: head)
      Element("dl") {
        for line in lines {
          Element("dt", text: line.label)
          Element("dd", text: line.text)
        }
      }
    }
  }
}

extension TextTable {
  /// The table with all its columns; if it is wider than the page, it can be scrolled.
  package var html: Element { html(marking: { _ in false }) }

  /// The table with the rows marked for which `isMarked` is true.
  package func html(marking isMarked: ([String]) -> Bool) -> Element {
    let label = columns.map(\.title).filter { !$0.isEmpty }.joined(separator: ", ")
    return Element(
      "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": label]
    ) {
      Element("table") {
        Element("thead") { Element("tr") { columns.map(titleCell) } }
        Element("tbody") {
          for index in 0..<rowCount { html(row(index), isMarked) }
        }
      }
    }
  }

  private func titleCell(_ column: Column) -> Element {
    column.title.isEmpty
      ? Element("td", text: "")
      : Element("th", ["scope": "col", "class": column.alignment.htmlClass], text: column.title)
  }

  private func html(_ row: Row, _ isMarked: ([String]) -> Bool) -> Element {
    switch row {
    case .alert(let text):
      Element("tr") {
        Element("td", ["colspan": "\(columns.count)", "class": "alert"]) {
          Element("span", text: text)
        }
      }
    case .cells(let cells):
      Element("tr", isMarked(cells) ? ["class": "marked", "aria-current": "true"] : [:]) {
        for (index, (cell, column)) in zip(cells, columns).enumerated() {
          if index == 0 {
            Element("th", ["scope": "row", "class": column.alignment.htmlClass], text: cell)
          } else {
            Element("td", ["class": column.alignment.htmlClass], text: cell)
          }
        }
      }
    }
  }
}

extension TextAlignment {
  package var htmlClass: String { self == .right ? "number" : "text" }
}
