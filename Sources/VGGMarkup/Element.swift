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
    /// Lines that are written unchanged, such as a style sheet's.
    case lines([String])
  }

  package let name: String
  package private(set) var attributes: [Attribute]
  package internal(set) var children: [Node]

  /// Creates an element with the content of a builder; empty without one.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    @MarkupBuilder content: () -> [Node] = { [] }
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0, value: $1) }
    children = content()
  }

  /// Creates an element that contains a text.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    self.init(name, attributes) { text }
  }

  /// The same element with additional attributes after the existing ones.
  package func adding(_ attributes: KeyValuePairs<String, String>) -> Element {
    var element = self
    element.attributes += attributes.map { Attribute(name: $0, value: $1) }
    return element
  }
}
