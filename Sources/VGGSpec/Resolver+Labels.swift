import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `labels` key: class names, as a list or as a file with one name a line.
extension Resolver {
  mutating func labels(_ node: SyntaxNode) -> Spanned<[String]>? {
    switch node.content {
    case .reported: return nil
    case .sequence(let items):
      guard items.count <= LanguageBounds.elementCount else {
        reportTooMany(items.count, of: ModelKey.labels.rawValue, at: node.range)
        return nil
      }
      let names = items.compactMap { text($0, of: .label)?.value }
      return names.count == items.count ? Spanned(names, at: node.range) : nil
    case .scalar(let scalar) where !scalar.text.isEmpty && scalar.value != .null:
      return text(node, of: .key(ModelKey.labels.rawValue)).flatMap { labels(inFile: $0) }
    case .scalar, .mapping:
      report(
        WrongType.value(.key(ModelKey.labels.rawValue), .labels, seen: node.kind), at: node.range)
      return nil
    }
  }

  private mutating func labels(inFile path: Spanned<String>) -> Spanned<[String]>? {
    let resolved = FilePath.resolve(path.value, from: sources.name(of: path.range))
    do {
      let bytes = try reader.read(resolved).bytes
      guard let text = String(validating: bytes, as: UTF8.self) else {
        report(
          UnreadableInput.labels(path.value, resolved: resolved, .notUTF8), at: path.range)
        return nil
      }
      return Spanned(labelNames(inText: text), at: path.range)
    } catch {
      report(
        UnreadableInput.labels(path.value, resolved: resolved, .system(error.reason)),
        at: path.range)
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
