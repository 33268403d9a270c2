import VGGDiagnostics

/// Turns a document into HTML: the only place that knows how HTML is written.
///
/// Every element is closed, also those of an SVG picture in it, but for those that HTML leaves open.
package enum HTMLRenderer {
  /// The document of `root`, with a comment before it; ends with a line break.
  package static func text(of root: XMLElement, comment: String) -> String {
    var text = "<!doctype html>\n\(xmlComment(comment))\n"
    append(root, to: &text)
    return text
  }

  /// An element alone, as a part of a page.
  package static func text(of element: XMLElement) -> String {
    var text = ""
    append(element, to: &text)
    return text
  }

  private static let openElements: Set<String> = [
    "br", "col", "hr", "img", "input", "link", "meta",
  ]

  /// Elements whose content may stand in one line with what is around them.
  private static let inlineElements: Set<String> = [
    "a", "abbr", "b", "br", "code", "dd", "dt", "em", "li", "path", "small", "span", "strong", "td",
    "th", "tspan",
  ]

  private static func append(_ element: XMLElement, to text: inout String) {
    text += start(of: element)
    guard !openElements.contains(element.name) else {
      text += "\n"
      return
    }
    guard !element.children.allSatisfy(isInline) else {
      for child in element.children { appendInline(child, to: &text) }
      text += "</\(element.name)>\n"
      return
    }
    text += "\n"
    for child in element.children {
      switch child {
      case .element(let child): append(child, to: &text)
      case .text(let line): text += "\(escapedPrintable(line))\n"
      case .lines(let lines): text += lines.map { "\($0)\n" }.joined()
      }
    }
    text += "</\(element.name)>\n"
  }

  private static func appendInline(_ node: XMLNode, to text: inout String) {
    switch node {
    case .text(let content): text += escapedPrintable(content)
    case .lines(let lines): text += lines.joined(separator: " ")
    case .element(let element):
      text += start(of: element)
      guard !openElements.contains(element.name) else { return }
      for child in element.children { appendInline(child, to: &text) }
      text += "</\(element.name)>"
    }
  }

  private static func start(of element: XMLElement) -> String {
    let attributes = element.attributes.map { " \($0.name)=\"\(escapedPrintable($0.value))\"" }
    return "<\(element.name)\(attributes.joined())>"
  }

  private static func isInline(_ node: XMLNode) -> Bool {
    switch node {
    case .text: true
    case .lines: false
    case .element(let element):
      inlineElements.contains(element.name) && element.children.allSatisfy(isInline)
    }
  }
}

/// A comment of XML or HTML; two hyphens would end it.
package func xmlComment(_ comment: String) -> String {
  let parts = escapedPrintable(comment).split(separator: "--", omittingEmptySubsequences: false)
  return "<!-- \(parts.joined(separator: "- -")) -->"
}

/// What neither can hold, even escaped, is replaced as what would steer a terminal is.
package func escapedPrintable(_ text: String) -> String { escapedXML(printable(text)) }
