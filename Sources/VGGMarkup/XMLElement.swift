import VGGDiagnostics

/// An element of an XML document.
package struct XMLElement: Hashable, Sendable {
  package let name: String
  package var attributes: [XMLAttribute] = []
  package var children: [XMLNode] = []

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLNode] = []
  ) {
    self.name = name
    self.attributes = attributes.map { XMLAttribute(name: $0, value: $1) }
    self.children = children
  }

  /// An element that holds a text.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    self.init(name, attributes, [.text(text)])
  }
}

package struct XMLAttribute: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// What stands in an element.
package enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  case text(String)
  /// Lines that are written as they are, such as a style sheet's.
  case lines([String])
}

/// Turns a document into text: the only place that knows XML's punctuation.
package enum XMLRenderer {
  /// The document of `root`, with a comment before it; ends with a line break.
  package static func text(of root: XMLElement, comment: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(xmlComment(comment))\n" + self.text(of: root)
  }

  /// An element alone, as a part of another document.
  package static func text(of element: XMLElement) -> String {
    var text = ""
    append(element, to: &text, indentation: "")
    return text
  }

  private static func append(_ element: XMLElement, to text: inout String, indentation: String) {
    let attributes = element.attributes.map { " \($0.name)=\"\(escapedPrintable($0.value))\"" }
      .joined()
    let start = "\(indentation)<\(element.name)\(attributes)"
    guard !element.children.isEmpty else {
      text += "\(start)/>\n"
      return
    }
    // Line breaks would be part of a text.
    if element.children.allSatisfy(\.isInline) {
      text += "\(start)>\(element.children.map(inline).joined())</\(element.name)>\n"
      return
    }
    text += "\(start)>\n"
    for child in element.children {
      switch child {
      case .element(let child): append(child, to: &text, indentation: indentation + "  ")
      case .text(let line): text += "\(indentation)  \(escapedPrintable(line))\n"
      case .lines(let lines): text += lines.map { "\(indentation)  \($0)\n" }.joined()
      }
    }
    text += "\(indentation)</\(element.name)>\n"
  }

  private static func inline(_ node: XMLNode) -> String {
    switch node {
    case .text(let text): return escapedPrintable(text)
    case .lines(let lines): return lines.joined(separator: " ")
    case .element(let element):
      let attributes = element.attributes.map { " \($0.name)=\"\(escapedPrintable($0.value))\"" }
        .joined()
      return
        "<\(element.name)\(attributes)>\(element.children.map(inline).joined())</\(element.name)>"
    }
  }
}

extension XMLNode {
  /// Whether it stands within a line.
  fileprivate var isInline: Bool {
    switch self {
    case .text: true
    case .lines: false
    case .element(let element):
      element.name == "tspan" && element.children.allSatisfy(\.isInline)
    }
  }
}
