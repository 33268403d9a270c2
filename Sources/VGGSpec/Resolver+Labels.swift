import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `labels` key: class names, as a list or as a file with one name per line.
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
    case .mapping(let entries):
      let names = LabelMapping(entries)
      let list = (try? names.inOrder()).map(flowList)
      report(WrongType.labelMapping(list: list), at: node.range)
      return nil
    case .scalar:
      report(
        WrongType.value(.key(ModelKey.labels.rawValue), .labels, seen: node.kind), at: node.range)
      return nil
    }
  }

  private mutating func labels(inFile path: Spanned<String>) -> Spanned<[String]>? {
    let resolved = FilePath.resolve(path.value, from: sources.name(of: path.range))
    func unreadable(_ reason: UnreadableInput.Reason) -> UnreadableInput {
      .labels(path.value, resolved: resolved, reason)
    }
    let bytes: [UInt8]
    do {
      bytes = try reader.read(resolved).bytes
    } catch {
      report(unreadable(.file(error.cause)), at: path.range)
      return nil
    }
    do {
      return Spanned(try labelNames(in: bytes), at: path.range)
    } catch {
      report(unreadable(.content(error)), at: path.range)
      return nil
    }
  }
}
