import VGGDiagnostics
import VGGLessons
import VGGSpec
import VGGSyntax

/// The hover text for the element, key or layer name at a position: the layers' arithmetic, as in `vggc explain`,
/// and the key's documentation.
func hover(
  at position: LSP.Position, in analysis: Analysis, format: LSP.MarkupContent.Kind,
  _ language: Language
) -> LSP.Hover? {
  let offset = analysis.positions.offset(of: position)
  let layers = ElementLayers(analysis, language.lessonPhrases)
  let element = layers.element(at: offset)
  let key = keyMeaning(at: offset, in: analysis)
  var parts: [HoverPart] = []
  if let key { parts.append(.prose(key.meaning.text(in: language.keyPhrases))) }
  if let element {
    parts.append(.text(layers.lesson(on: element.places, width: HoverPart.width)))
  } else if let key, let lesson = classifierLesson(at: key.range, layers, in: analysis) {
    parts.append(.text(lesson))
  } else if let named = analysis.layerName(at: offset) {
    let places = layers.places(named: named.name)
    guard !places.isEmpty else { return nil }
    return LSP.Hover(
      contents: HoverPart.content(
        [.text(layers.lesson(on: places, width: HoverPart.width))], format),
      range: analysis.positions.range(named.range))
  } else if let builtIn = builtIn(at: offset, in: analysis) {
    return LSP.Hover(
      contents: HoverPart.content([.yaml(builtIn.text)], format), range: nil)
  }
  guard !parts.isEmpty else { return nil }
  let place = element.map { analysis.positions.range($0.range) }
  return LSP.Hover(
    contents: HoverPart.content(parts, format),
    range: place ?? key.map { analysis.positions.range($0.range) })
}

/// A part of the hover text.
private enum HoverPart {
  case prose(String)
  case text(String)
  case yaml(String)

  /// The width of the text in columns.
  static let width = 88

  static func content(_ parts: [HoverPart], _ format: LSP.MarkupContent.Kind) -> LSP.MarkupContent {
    LSP.MarkupContent(
      kind: format, value: parts.map { $0.written(as: format) }.joined(separator: "\n\n"))
  }

  private func written(as format: LSP.MarkupContent.Kind) -> String {
    switch (self, format) {
    case (.prose(let text), _): text
    case (.text(let text), .plaintext), (.yaml(let text), .plaintext): text
    case (.text(let text), .markdown): "```text\n\(text)```"
    case (.yaml(let text), .markdown): "```yaml\n\(text)```"
    }
  }
}

/// The key at an offset.
private func keyMeaning(
  at offset: Int, in analysis: Analysis
) -> (meaning: KeyMeaning, range: Range<Int>)? {
  let bytes = analysis.file.bytes
  var end = offset
  while end < bytes.count, bytes[end].isKeyByte { end += 1 }
  guard let cursor = YAMLCursor(at: end, in: bytes), cursor.role != .value, !cursor.word.isEmpty,
    cursor.word.contains(offset) || offset == end,
    end < bytes.count, bytes[end] == UInt8(ascii: ":"),
    let form = ValueForm.configuration.form(at: cursor.path)
  else { return nil }
  let name = analysis.file.text(cursor.word)
  let meaning = form.meaning(ofKey: name, beside: cursor.siblings)
  return meaning.map { ($0, cursor.word) }
}

/// The lesson on the classifier's input, if the key is `classifier`.
private func classifierLesson(
  at key: Range<Int>, _ layers: ElementLayers, in analysis: Analysis
) -> String? {
  let entry = analysis.modelEntries.first {
    $0.key.range.start == key.lowerBound && $0.key.value == ModelKey.classifier.rawValue
  }
  guard let entry else { return nil }
  let places = layers.classifiers.filter { $0.range == entry.value.range }.flatMap(\.places)
  return places.isEmpty ? nil : layers.lesson(on: places, width: HoverPart.width)
}

private func builtIn(at offset: Int, in analysis: Analysis) -> BuiltInConfiguration? {
  guard let value = analysis.modelValue(at: offset), value.key == .extends else { return nil }
  return BuiltInConfiguration.named(value.text)
}
