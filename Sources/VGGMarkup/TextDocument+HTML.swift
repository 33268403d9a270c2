import VGGDiagnostics

extension TextDocument {
  /// The same document as parts of a page, under a heading of a level.
  package func html(id: String, under level: Int = 2) -> [XMLElement] {
    var heading = 0
    return blocks.map { block in
      switch block {
      case .title(let text), .heading(let text):
        heading += 1
        return XMLElement("h\(level + 1)", ["id": "\(id)-\(heading)"], text: text)
      case .paragraph(let text): return XMLElement("p", text: oneLine(text))
      case .formulas(let formulas): return formulaList(formulas)
      case .entry(let head, let lines): return entry(head, lines, level + 2)
      case .table(let table): return table.html
      case .alert(let text): return XMLElement("p", ["class": "alert"], text: text)
      }
    }
  }

  private func formulaList(_ formulas: [String]) -> XMLElement {
    XMLElement(
      "ul", ["class": "formulas"],
      formulas.map { .element(XMLElement("li", [:], [.element(XMLElement("code", text: $0))])) })
  }

  private func entry(
    _ head: String, _ lines: [(label: String, text: String)], _ level: Int
  ) -> XMLElement {
    XMLElement(
      "section", ["class": "layer"],
      [
        .element(XMLElement("h\(level)", text: head)),
        .element(
          XMLElement(
            "dl", [:],
            lines.flatMap { line in
              [
                XMLNode.element(XMLElement("dt", text: line.label)),
                .element(XMLElement("dd", text: line.text)),
              ]
            })),
      ])
  }
}

extension TextTable {
  /// The whole table, no column given up; where it is wider than the page it can be moved by itself.
  package var html: XMLElement { html(marking: { _ in false }) }

  /// The same with the rows marked of which `isMarked` holds.
  package func html(marking isMarked: ([String]) -> Bool) -> XMLElement {
    let titles = columns.map { column in
      XMLNode.element(
        XMLElement(
          column.title.isEmpty ? "td" : "th",
          column.title.isEmpty ? [:] : ["scope": "col", "class": column.alignment.htmlClass],
          text: column.title))
    }
    return XMLElement(
      "div",
      [
        "class": "scroll", "tabindex": "0", "role": "group",
        "aria-label": columns.map(\.title).filter { !$0.isEmpty }.joined(separator: ", "),
      ],
      [
        .element(
          XMLElement(
            "table", [:],
            [
              .element(
                XMLElement("thead", [:], [.element(XMLElement("tr", [:], titles))])),
              .element(
                XMLElement("tbody", [:], (0..<rowCount).map { .element(html(row($0), isMarked)) })),
            ]))
      ])
  }

  private func html(_ row: Row, _ isMarked: ([String]) -> Bool) -> XMLElement {
    switch row {
    case .alert(let text):
      XMLElement(
        "tr", [:],
        [
          .element(
            XMLElement(
              "td", ["colspan": "\(columns.count)", "class": "alert"],
              [.element(XMLElement("span", text: text))]))
        ])
    case .cells(let cells):
      XMLElement(
        "tr", isMarked(cells) ? ["class": "marked", "aria-current": "true"] : [:],
        zip(cells, columns).enumerated().map { index, cell in
          .element(
            XMLElement(
              index == 0 ? "th" : "td",
              index == 0
                ? ["scope": "row", "class": cell.1.alignment.htmlClass]
                : ["class": cell.1.alignment.htmlClass], text: cell.0))
        })
    }
  }
}

extension TextAlignment {
  package var htmlClass: String { self == .right ? "number" : "text" }
}
