/// An element of an XML or HTML document.
///
/// For example: `Element("ul", ["class": "notes"]) { Element("li", text: "One image.") }`.
package struct Element: Hashable, Sendable {
  package struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// A part of an element's content.
  package enum Node: Hashable, Sendable {
    case element(Element)
    case text(String)
    /// Lines that are written as they are, such as a style sheet's.
    case lines([String])
  }

  package let name: String
  package private(set) var attributes: [Attribute]
  package let children: [Node]

  /// An element with the content that a builder lists; none where there is no builder.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    @MarkupBuilder content: () -> [Node] = { [] }
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0, value: $1) }
    children = content()
  }

  /// An element that holds a text.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    self.init(name, attributes) { text }
  }

  /// The same element with further attributes after its own.
  package func adding(_ attributes: KeyValuePairs<String, String>) -> Element {
    var element = self
    element.attributes += attributes.map { Attribute(name: $0, value: $1) }
    return element
  }
}
