/// Builds an element's content, in page order: elements, texts, and lists of either.
@resultBuilder package enum MarkupBuilder {
  package static func buildExpression(_ element: Element) -> [Element.Node] { [.element(element)] }

  package static func buildExpression(_ elements: [Element]) -> [Element.Node] {
    elements.map { .element($0) }
  }

  package static func buildExpression(_ text: String) -> [Element.Node] { [.text(text)] }

  package static func buildExpression(_ node: Element.Node) -> [Element.Node] { [node] }

  package static func buildBlock(_ parts: [Element.Node]...) -> [Element.Node] {
    parts.flatMap { $0 }
  }

  package static func buildOptional(_ part: [Element.Node]?) -> [Element.Node] { part ?? [] }

  package static func buildEither(first part: [Element.Node]) -> [Element.Node] { part }

  package static func buildEither(second part: [Element.Node]) -> [Element.Node] { part }

  package static func buildArray(_ parts: [[Element.Node]]) -> [Element.Node] {
    parts.flatMap { $0 }
  }
}
