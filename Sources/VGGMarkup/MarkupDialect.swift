/// A way to write elements as text.
package enum MarkupDialect: Sendable {
  /// Every element is closed, including those of SVG pictures, except HTML's void elements; a child that is not
  /// part of a line of text begins a new line.
  case html
  /// Children are indented by two spaces; an element without content is a single tag.
  case xml
  /// XML without indentation.
  case compactXML

  /// The first line of a document.
  var declaration: String {
    switch self {
    case .html: "<!doctype html>"
    case .xml, .compactXML: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    }
  }

  /// The indentation of each level.
  var indentation: String {
    switch self {
    case .xml: "  "
    case .html, .compactXML: ""
    }
  }

  /// The end of the tag if it is also the end of the element; `nil` if a closing tag follows.
  func end(of element: Element) -> String? {
    switch self {
    case .html: Self.openElements.contains(element.name) ? ">" : nil
    case .xml, .compactXML: element.children.isEmpty ? "/>" : nil
    }
  }

  /// Whether a part of an element's content may be on the same line as the rest of it.
  func isInline(_ node: Element.Node) -> Bool {
    switch node {
    case .text: true
    case .lines: false
    case .element(let element):
      inlineElements.contains(element.name) && element.children.allSatisfy(isInline)
    }
  }

  private var inlineElements: Set<String> {
    switch self {
    case .html: Self.inlineInHTML
    // Line breaks would be part of its text.
    case .xml: ["tspan"]
    case .compactXML: ["title", "tspan"]
    }
  }

  private static let openElements: Set<String> = [
    "br", "col", "hr", "img", "input", "link", "meta",
  ]

  private static let inlineInHTML: Set<String> = [
    "a", "abbr", "b", "br", "code", "dd", "dt", "em", "li", "path", "small", "span", "strong", "td",
    "th", "tspan",
  ]
}
