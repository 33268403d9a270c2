import VGGDiagnostics

/// A text of headings, paragraphs, formulas and tables, laid out when the width is known.
package struct TextDocument {
  package enum Block {
    case title(String)
    case heading(String)
    /// A paragraph, in which line breaks count as spaces.
    case paragraph(String)
    /// Separate, indented lines, which are broken only if they are wider than the text.
    case formulas([String])
    /// A heading with labelled lines below it.
    case entry(String, [(label: String, text: String)])
    case table(TextTable)
    /// A paragraph that is highlighted as an alert.
    case alert(String)
  }

  /// The maximum width of prose; longer lines are harder to read.
  private static let proseWidth = 88

  package var blocks: [Block]

  package init(blocks: [Block]) {
    self.blocks = blocks
  }

  package func text(width: Int, style: TerminalStyle) -> String {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty { lines.append("") }
      lines += layOut(block, width: max(width, 24), style: style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func layOut(_ block: Block, width: Int, style: TerminalStyle) -> [String] {
    let prose = min(width, Self.proseWidth)
    switch block {
    case .title(let text): return underlined(text, with: "=", width: prose, style: style)
    case .heading(let text): return underlined(text, with: "-", width: prose, style: style)
    case .paragraph(let text): return wrap(oneLine(text), width: prose)
    case .formulas(let formulas):
      return formulas.flatMap { wrap($0, width: width - 4, indent: "  ") }.map { "    " + $0 }
    case .entry(let head, let lines): return entry(head, lines, width: width, style: style)
    case .table(let table):
      return table.lines(width: width - 2, style: style).map { "  " + $0 }
    case .alert(let text): return wrap(text, width: prose).map { style.coloured($0, .red) }
    }
  }

  private func underlined(
    _ text: String, with mark: Character, width: Int, style: TerminalStyle
  ) -> [String] {
    let lines = wrap(text, width: width)
    let length = lines.map { displayWidth($0) }.max() ?? 0
    return lines.map(style.bold) + [style.bold(String(repeating: mark, count: length))]
  }

  private func entry(
    _ head: String, _ lines: [(label: String, text: String)], width: Int, style: TerminalStyle
  ) -> [String] {
    let label = lines.map { displayWidth($0.label) }.max() ?? 0
    let margin = String(repeating: " ", count: label + 4)
    return wrap(head, width: width, indent: "  ").map(style.bold)
      + lines.flatMap { line in
        let body = wrap(line.text, width: max(width - label - 4, 16), indent: "  ")
        return body.enumerated().map { index, text in
          index == 0 ? "  " + pad(line.label, to: label) + "  " + text : margin + text
        }
      }
  }
}
