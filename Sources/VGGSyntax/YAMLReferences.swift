import VGGDiagnostics

/// An alias, `*name`, and the anchor, `&name`, whose value it repeats.
package struct AliasReference: Sendable, Equatable {
  package let alias: SourceRange
  package let anchor: SourceRange
}

/// The anchors of a file, and the aliases that repeat them.
package struct YAMLReferences: Sendable, Equatable {
  /// In the order of the text.
  package let anchors: [Spanned<String>]
  package let aliases: [AliasReference]
}

/// The anchors and aliases of a file, as far as it is YAML; an alias without an anchor is left out.
package func references(in source: SourceID, of sources: SourceMap) -> YAMLReferences {
  let file = sources[source]
  guard encodingFault(in: file, source) == nil else {
    return YAMLReferences(anchors: [], aliases: [])
  }
  return YAMLEvents.withEvents(of: file) { events, _ in
    var latest: [String: SourceRange] = [:]
    var anchors: [Spanned<String>] = []
    var aliases: [AliasReference] = []
    while let event = try? events.next() {
      switch event.kind {
      case .streamEnd: return YAMLReferences(anchors: anchors, aliases: aliases)
      case .alias(let name):
        guard let anchor = latest[name] else { continue }
        let place = place(of: UInt8(ascii: "*"), name, from: event, in: file, source)
        aliases.append(AliasReference(alias: place, anchor: anchor))
      case .documentStart, .documentEnd, .scalar, .sequenceStart, .sequenceEnd, .mappingStart,
        .mappingEnd, .other:
        guard let name = event.anchor else { continue }
        let place = place(of: UInt8(ascii: "&"), name, from: event, in: file, source)
        latest[name] = place
        anchors.append(Spanned(name, at: place))
      }
    }
    return YAMLReferences(anchors: anchors, aliases: aliases)
  }
}

/// The mark and the name after it; a tag may come before them.
private func place(
  of mark: UInt8, _ name: String, from event: YAMLEvent, in file: SourceFile, _ source: SourceID
) -> SourceRange {
  let skipped = file.byteOrderMarkLength > 0 ? 1 : 0
  let start = file.offset(ofScalar: event.start + skipped)
  let found = file.bytes[start...].firstIndex(of: mark) ?? start
  let end = min(found + 1 + name.utf8.count, file.bytes.count)
  return SourceRange(source: source, start: found, end: max(found, end))
}
