/// The place of the scan, as a path of keys and items.
extension CursorScanner {
  var path: [YAMLCursor.Step] { steps(frames) }

  /// The brackets that would close the lists and mappings that the scan is in, the innermost first.
  var closingBrackets: String {
    frames.reversed().map { frame in
      switch frame.kind {
      case .flowSequence: "]"
      case .flowMapping: "}"
      case .blockMapping, .blockSequence: ""
      }
    }.joined()
  }

  /// The keys of a mapping by its number; none if that is not the one at the path.
  func keys(ofMapping number: Int, at path: [YAMLCursor.Step]) -> [(name: String, offset: Int)] {
    guard mappings.indices.contains(number), mappings[number].path == path else { return [] }
    return mappings[number].keys
  }

  private func steps(_ frames: [Frame]) -> [YAMLCursor.Step] {
    frames.map { frame in
      switch frame.kind {
      case .blockSequence, .flowSequence: .item
      case .blockMapping, .flowMapping: .key(frame.key ?? "")
      }
    }
  }

  func nodePlace(column: Int, from start: Int) -> Place {
    var copy = self
    copy.leave(deeperThan: column)
    copy.leaveSequence(at: column)
    guard let frame = copy.frames.last else { return copy.keyPlace(path: [], from: start) }
    switch frame.kind {
    case .blockMapping(column):
      return copy.keyPlace(path: Array(copy.path.dropLast()), in: frame.mapping, from: start)
    case .blockMapping, .flowMapping: return copy.keyPlace(path: copy.path, from: start)
    case .blockSequence, .flowSequence: return copy.place(.item, from: start)
    }
  }

  func valuePlace(from start: Int) -> Place { place(.value, from: start) }

  func flowPlace(from start: Int) -> Place {
    guard let frame = frames.last else { return place(.value, from: start) }
    switch frame.kind {
    case .flowMapping where frame.key == nil:
      return keyPlace(path: Array(path.dropLast()), in: frame.mapping, from: start)
    case .flowMapping, .blockMapping: return place(.value, from: start)
    case .flowSequence, .blockSequence: return place(.item, from: start)
    }
  }

  func place(_ role: YAMLCursor.Role, from start: Int) -> Place {
    Place(path: path, role: role, wordStart: start, mapping: mappings.count, mappingPath: path)
  }

  private func keyPlace(
    path: [YAMLCursor.Step], in mapping: Int? = nil, from start: Int
  ) -> Place {
    Place(
      path: path, role: .key, wordStart: start, mapping: mapping ?? mappings.count,
      mappingPath: path)
  }

  mutating func push(_ kind: Frame.Kind) {
    mappings.append(Mapping(path: path))
    frames.append(Frame(kind: kind, mapping: mappings.count - 1))
  }

  mutating func record(_ name: String, at offset: Int) {
    guard let mapping = frames.last?.mapping else { return }
    frames[frames.count - 1].key = name
    mappings[mapping].keys.append((name, offset))
  }
}
