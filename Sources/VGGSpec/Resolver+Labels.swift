import VGGDiagnostics
import VGGSyntax

/// The `labels` key: class names, as a list or as a file with one name a line.
extension Resolver {
  mutating func labels(_ node: SyntaxNode) -> Spanned<[String]>? {
    switch node.content {
    case .reported: return nil
    case .sequence(let items):
      guard items.count <= LanguageBounds.elementCount else {
        report(.tooManyElements(items.count, of: "labels", at: node.range))
        return nil
      }
      let names = items.compactMap { text($0, of: "a label")?.value }
      return names.count == items.count ? Spanned(names, at: node.range) : nil
    case .scalar(let scalar) where !scalar.text.isEmpty && scalar.value != .null:
      return text(node, of: "labels").flatMap { labels(inFile: $0) }
    case .scalar, .mapping:
      report(.wrongType(of: "labels", expected: "a list of class names, or a file of them", node))
      return nil
    }
  }

  private mutating func labels(inFile path: Spanned<String>) -> Spanned<[String]>? {
    let resolved = FilePath.resolve(path.value, from: sources.name(of: path.range))
    do {
      let bytes = try reader.read(resolved).bytes
      guard let text = String(validating: bytes, as: UTF8.self) else {
        report(
          .unreadableLabels(
            path.value, resolved: resolved, reason: "it is not UTF-8", at: path.range))
        return nil
      }
      return Spanned(labelNames(inText: text), at: path.range)
    } catch {
      report(
        .unreadableLabels(path.value, resolved: resolved, reason: error.reason, at: path.range))
      return nil
    }
  }
}

/// The class names that a file's text holds, one a line; empty lines at its end are none.
package func labelNames(inText text: String) -> [String] {
  let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
  var lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines.map(String.init)
}
