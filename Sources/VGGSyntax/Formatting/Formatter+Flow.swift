/// Scalars, aliases, and collections in brackets.
extension Formatter {
  /// Writes a value after `head`: on one line if allowed and possible, otherwise with its contents on
  /// separate lines.
  ///
  /// - Parameter isFeatures: Whether lines end with their pooling layers.
  mutating func writeInline(
    _ node: WrittenNode, after head: String, at indent: Int, isFeatures: Bool,
    closing: String = ""
  ) {
    let start = head.isEmpty || head.hasSuffix(" ") ? head : head + " "
    if node.isMissing {
      lines.append(head + closing)
    } else if let text = flat(node), !isTooLong(start + text + closing) || !node.canBreak {
      lines.append(start + text + closing)
    } else {
      writeBroken(node, after: start, at: indent, isFeatures: isFeatures, closing: closing)
    }
    // In brackets a comment may come after the comma; the next entry writes it.
    guard closing.isEmpty else { return }
    let isWithinText = pendingComment.map { $0.start < node.end } ?? false
    writeTrailingComment(after: isWithinText ? node.contentStart : node.end)
  }

  /// A value on one line; `nil` if there is a comment in it, or if it starts with a line break.
  func flat(_ node: WrittenNode) -> String? {
    let properties = node.properties.map { $0 + " " }.joined()
    switch node.content {
    case .alias(let text): return properties + text
    case .scalar(let scalar):
      guard !node.isMissing else { return "" }
      let text = scalarText(scalar, at: node.contentStart..<node.end)
      return text.isEmpty ? String(properties.dropLast()) : properties + text
    case .sequence(let items):
      guard node.isFlow, !staysBroken(node, first: items.first?.start) else { return nil }
      let texts = items.compactMap(flat)
      return texts.count == items.count
        ? "\(properties)[\(texts.joined(separator: ", "))]" : nil
    case .mapping(let entries):
      guard node.isFlow, !staysBroken(node, first: entries.first?.key.start) else { return nil }
      let texts = entries.compactMap { entry in
        flat(entry.value).map { flatEntry(entry, $0) }
      }
      return texts.count == entries.count
        ? "\(properties){\(texts.joined(separator: ", "))}" : nil
    }
  }

  private func flatEntry(_ entry: WrittenEntry, _ value: String) -> String {
    if value.isEmpty, entry.key.isMissing { return "? " }
    return value.isEmpty ? bareKeyText(entry.key) : "\(keyText(entry.key)) \(value)"
  }

  private func staysBroken(_ node: WrittenNode, first: Int?) -> Bool {
    if hasComment(in: node.contentStart..<node.end) { return true }
    return first.map { !isOneLine(node.contentStart, $0) } ?? false
  }

  private func isTooLong(_ line: String) -> Bool {
    line.unicodeScalars.count > Self.width
  }

  // MARK: - On several lines

  private mutating func writeBroken(
    _ node: WrittenNode, after head: String, at indent: Int, isFeatures: Bool, closing: String
  ) {
    let properties = node.properties.map { $0 + " " }.joined()
    let bracketEnd = node.end - 1
    switch node.content {
    case .sequence(let items):
      lines.append("\(head)\(properties)[")
      writeTrailingComment(
        after: node.contentStart, before: items.first?.contentStart ?? bracketEnd)
      writeItems(items, at: indent + Self.step, isFeatures: isFeatures, before: bracketEnd)
      lines.append("\(spaces(indent))]\(closing)")
    case .mapping(let entries):
      lines.append("\(head)\(properties){")
      writeTrailingComment(after: node.contentStart, before: entries.first?.key.start ?? bracketEnd)
      writeEntries(entries, at: indent + Self.step, before: bracketEnd)
      lines.append("\(spaces(indent))}\(closing)")
    case .scalar, .alias: return
    }
  }

  private mutating func writeItems(
    _ items: [WrittenNode], at indent: Int, isFeatures: Bool, before end: Int
  ) {
    var line = ""
    var previous: Int?
    for item in items {
      writeFlowComments(before: item.contentStart, after: previous, at: indent, ending: &line)
      previous = item.end
      guard let text = flat(item) else {
        endLine(&line, at: indent)
        writeInline(item, after: spaces(indent), at: indent, isFeatures: false, closing: ",")
        continue
      }
      if !line.isEmpty, isTooLong("\(spaces(indent))\(line) \(text),") {
        endLine(&line, at: indent)
      }
      line += line.isEmpty ? "\(text)," : " \(text),"
      if isFeatures, item.isPool { endLine(&line, at: indent) }
    }
    writeFlowComments(before: end, after: previous, at: indent, ending: &line)
    endLine(&line, at: indent)
  }

  private mutating func writeEntries(_ entries: [WrittenEntry], at indent: Int, before end: Int) {
    var line = ""
    var previous: Int?
    for entry in entries {
      writeFlowComments(
        before: entry.value.contentStart, after: previous, at: indent, ending: &line)
      previous = entry.value.end
      let key = entry.value.isMissing ? bareKeyText(entry.key) : keyText(entry.key)
      writeInline(
        entry.value, after: spaces(indent) + key, at: indent, isFeatures: entry.key.isFeatures,
        closing: ",")
    }
    writeFlowComments(before: end, after: previous, at: indent, ending: &line)
  }

  /// Writes comments; one on the line of the preceding entry stays there, others get a separate line.
  private mutating func writeFlowComments(
    before offset: Int, after previous: Int?, at indent: Int, ending line: inout String
  ) {
    guard let comment = pendingComment, comment.start < offset else { return }
    endLine(&line, at: indent)
    if let previous { writeTrailingComment(after: previous, before: offset) }
    while let comment = pendingComment, comment.start < offset {
      lines.append(spaces(indent) + comment.text)
      nextComment += 1
    }
  }

  private mutating func endLine(_ line: inout String, at indent: Int) {
    guard !line.isEmpty else { return }
    lines.append(spaces(indent) + line)
    line = ""
  }
}

extension WrittenNode {
  /// Whether it is a bracketed collection that is not empty.
  fileprivate var canBreak: Bool {
    switch content {
    case .scalar, .alias: false
    case .sequence(let items): !items.isEmpty
    case .mapping(let entries): !entries.isEmpty
    }
  }

  /// Whether it is an entry of `features` that makes the map smaller.
  fileprivate var isPool: Bool {
    if case .mapping(let entries) = content {
      return entries.contains { $0.key.isScalar("maxpool") || $0.key.isScalar("avgpool") }
    }
    return isScalar("M") || isScalar("maxpool")
  }
}
