/// The position of a block collection.
struct BlockPlace {
  /// The offset at which the text continues after it.
  let limit: Int
  /// The column (from 1, in the original text) of the collection that contains it; 0 for the whole.
  let column: Int
  /// Whether each of its entries is a model.
  var isOfModels = false
}

/// Lists and mappings that are laid out by lines.
extension Formatter {
  /// - Parameter prefix: The text already on the first line, such as a list's dash.
  mutating func writeBlock(
    _ node: WrittenNode, at indent: Int, in place: BlockPlace, after prefix: String? = nil
  ) {
    let column = column(of: node.contentStart)
    switch node.content {
    case .mapping(let entries):
      for (index, entry) in entries.enumerated() {
        let limit = index + 1 < entries.count ? entries[index + 1].key.start : place.limit
        write(
          entry, at: indent,
          in: BlockPlace(limit: limit, column: column, isOfModels: place.isOfModels),
          after: index == 0 ? prefix : nil)
      }
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        let limit = index + 1 < items.count ? items[index + 1].start : place.limit
        writeItem(
          item, at: indent, in: BlockPlace(limit: limit, column: column),
          after: index == 0 ? prefix : nil)
      }
    case .scalar, .alias: return
    }
    writeClosingComments(before: place.limit, at: indent, column: column, outer: place.column)
  }

  /// Writes comments after the last entry that belong to this collection: those indented as deep as its
  /// entries, and deeper than the entries of the collection that contains it.
  private mutating func writeClosingComments(
    before limit: Int, at indent: Int, column: Int, outer: Int
  ) {
    while let comment = pendingComment, comment.start < limit {
      let depth = self.column(of: comment.start)
      guard depth >= column, depth > outer else { return }
      writeComments(before: comment.start + 1, at: indent)
    }
  }

  private mutating func write(
    _ entry: WrittenEntry, at indent: Int, in place: BlockPlace, after prefix: String?
  ) {
    let value = entry.value
    if prefix == nil {
      writeComments(before: value.isBlock ? entry.key.start : value.contentStart, at: indent)
      writeEmptyLine(before: entry.key.start)
    }
    let head = (prefix ?? spaces(indent)) + keyText(entry.key)
    guard value.isBlock else {
      return writeInline(
        value, after: head, at: indent, isFeatures: place.isOfModels || entry.key.isFeatures)
    }
    writeHead(([head] + value.properties).joined(separator: " "))
    writeTrailingComment(
      after: value.properties.isEmpty ? entry.key.end : value.start, before: value.contentStart)
    writeBlock(
      value, at: indent + Self.step,
      in: BlockPlace(
        limit: place.limit, column: place.column,
        isOfModels: place.column == 1 && entry.key.isModels))
  }

  private mutating func writeItem(
    _ item: WrittenNode, at indent: Int, in place: BlockPlace, after prefix: String?
  ) {
    if prefix == nil {
      writeComments(before: firstLineStart(of: item), at: indent)
      writeEmptyLine(before: item.start)
    }
    let dash = (prefix ?? spaces(indent)) + "-"
    guard item.isBlock else {
      return writeInline(item, after: dash, at: indent, isFeatures: false)
    }
    guard item.properties.isEmpty else {
      writeHead(([dash] + item.properties).joined(separator: " "))
      writeTrailingComment(after: item.start, before: item.contentStart)
      return writeBlock(item, at: indent + Self.step, in: place)
    }
    writeBlock(item, at: indent + Self.step, in: place, after: dash + " ")
  }

  /// The last start among the parts that are written on an item's first line.
  private func firstLineStart(of item: WrittenNode) -> Int {
    guard item.isBlock, item.properties.isEmpty else {
      return item.isBlock ? item.start : item.contentStart
    }
    return switch item.content {
    case .sequence(let items): items.first.map(firstLineStart) ?? item.start
    case .mapping(let entries):
      entries.first.map { $0.value.isBlock ? $0.key.start : $0.value.contentStart } ?? item.start
    case .scalar, .alias: item.contentStart
    }
  }
}

extension WrittenNode {
  var isFeatures: Bool { isScalar("features") }

  fileprivate var isModels: Bool { isScalar("models") }

  func isScalar(_ text: String) -> Bool {
    if case .scalar(let scalar) = content { scalar.text == text } else { false }
  }

  /// Whether it is an absent value.
  var isMissing: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.isPlain && scalar.text.isEmpty && properties.isEmpty
  }
}
