/// Renders elements as text: the only code that knows the syntax of XML and HTML.
private struct MarkupRenderer {
  let dialect: MarkupDialect
  private(set) var text = ""

  init(_ dialect: MarkupDialect) {
    self.dialect = dialect
  }

  /// Writes an element on one line, or on several if its content is not inline.
  mutating func write(_ element: Element, indentation: String = "") {
    text += indentation + start(of: element)
    if let end = dialect.end(of: element) {
      text += end + "\n"
      return
    }
    text += ">"
    if element.children.allSatisfy(dialect.isInline) {
      for child in element.children { writeInline(child) }
    } else {
      text += "\n"
      let inner = indentation + dialect.indentation
      for child in element.children { write(child, indentation: inner) }
      text += indentation
    }
    text += "</\(element.name)>\n"
  }

  private mutating func write(_ node: Element.Node, indentation: String) {
    switch node {
    case .element(let element): write(element, indentation: indentation)
    case .text(let line): text += "\(indentation)\(escapedPrintable(line))\n"
    case .lines(let lines): text += lines.map { "\(indentation)\($0)\n" }.joined()
    }
  }

  private mutating func writeInline(_ node: Element.Node) {
    switch node {
    case .text(let content): text += escapedPrintable(content)
    case .lines(let lines): text += lines.joined(separator: " ")
    case .element(let element):
      text += start(of: element)
      if let end = dialect.end(of: element) {
        text += end
        return
      }
      text += ">"
      for child in element.children { writeInline(child) }
      text += "</\(element.name)>"
    }
  }

  private func start(of element: Element) -> String {
    let attributes = element.attributes.map { " \($0.name)=\"\(escapedPrintable($0.value))\"" }
    return "<\(element.name)\(attributes.joined())"
  }
}

extension Element {
  /// The element by itself, as part of a document, with a final line break.
  package func rendered(as dialect: MarkupDialect) -> String {
    var renderer = MarkupRenderer(dialect)
    renderer.write(self)
    return renderer.text
  }

  /// A document with the element as its root, and a comment before it.
  package func document(as dialect: MarkupDialect, comment: String) -> String {
    "\(dialect.declaration)\n\(markupComment(comment))\n\(rendered(as: dialect))"
  }
}
