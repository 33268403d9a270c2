import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGSyntax

/// The class names in a file: one on each line, or a list or a mapping of Python, JSON or YAML that
/// names every class from 0 on. Empty lines at its end aren't names.
///
/// - Throws: If the file holds anything else.
package func labelNames(in bytes: [UInt8]) throws(LabelFault) -> [String] {
  let format = FileFormat(bytes)
  if let format, format != .text, format != .json { throw LabelFault.otherFormat(format) }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw LabelFault.notUTF8 }
  let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
  var lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  while lines.last?.isEmpty == true { lines.removeLast() }
  if isStructure(content, lines) { return try names(inStructure: String(content)) }
  return lines.map(String.init)
}

/// Whether a text is something other than lines of names: it starts with a bracket, has a key `names`, or
/// numbers its lines as a YAML mapping does.
private func isStructure(_ text: Substring, _ lines: [Substring]) -> Bool {
  let start = text.drop { $0.isWhitespace }
  if start.hasPrefix("{") { return true }
  if start.hasPrefix("["), let end = lines.last(where: { !$0.isEmpty }), end.hasSuffix("]") {
    return true
  }
  if lines.contains(where: { $0.hasPrefix("names:") }) { return true }
  return lines.count > 1 && lines.enumerated().allSatisfy { $1.hasPrefix("\($0): ") }
}

private func names(inStructure text: String) throws(LabelFault) -> [String] {
  guard !hasPythonsEscapes(text) else { throw LabelFault.unclear }
  var sources = SourceMap()
  let source = sources.add(SourceFile(name: "labels", text: text))
  let parsed = parseYAML(source, in: sources)
  guard let root = parsed.root, !parsed.diagnostics.hasErrors else { throw LabelFault.unclear }
  let named = root.entries.first { $0.key.value == "names" }?.value ?? root
  switch named.content {
  case .sequence(let items):
    let names = items.compactMap(\.label)
    guard names.count == items.count else { throw LabelFault.unclear }
    return names
  case .mapping(let entries): return try LabelMapping(entries).inOrder()
  case .scalar, .reported: throw LabelFault.unclear
  }
}

/// Whether there is a backslash between single quotes, where it has a meaning in Python and none in YAML.
private func hasPythonsEscapes(_ text: String) -> Bool {
  var quote: Unicode.Scalar?
  var isEscaped = false
  for scalar in text.unicodeScalars {
    if isEscaped {
      isEscaped = false
    } else if scalar == "\\", let quote {
      if quote == "'" { return true }
      isEscaped = true
    } else if scalar == "'" || scalar == "\"" {
      if quote == nil { quote = scalar } else if quote == scalar { quote = nil }
    }
  }
  return false
}

/// A mapping from the outputs' numbers to names, or from names to numbers.
struct LabelMapping {
  private let entries: [SyntaxEntry]

  init(_ entries: [SyntaxEntry]) { self.entries = entries }

  /// The names in the order of the outputs.
  func inOrder() throws(LabelFault) -> [String] {
    let pairs = entries.compactMap { numbered($0.key.value, $0.value) ?? turned($0) }
    guard pairs.count == entries.count, !pairs.isEmpty else { throw LabelFault.unclear }
    let sorted = pairs.sorted { $0.index < $1.index }
    if let gap = sorted.indices.first(where: { sorted[$0].index != $0 }) {
      throw LabelFault.numbering(missing: gap, count: pairs.count)
    }
    return sorted.map(\.name)
  }

  private func numbered(_ key: String, _ value: SyntaxNode) -> (index: Int, name: String)? {
    guard let index = Int(key), let name = value.label else { return nil }
    return (index, name)
  }

  /// A pair the other way round, as in torchvision's `class_to_idx`: `{cat: 0, dog: 1}`.
  private func turned(_ entry: SyntaxEntry) -> (index: Int, name: String)? {
    guard Int(entry.key.value) == nil, case .scalar(let scalar) = entry.value.content,
      case .int(let index) = scalar.value
    else { return nil }
    return (index, entry.key.value)
  }
}

extension SyntaxNode {
  /// The text of a name, or the last of a list of texts: Keras's file of ImageNet's classes has
  /// WordNet's number before it.
  fileprivate var label: String? {
    switch content {
    case .scalar(let scalar): return scalar.value == .null ? nil : scalar.text
    case .sequence(let items):
      guard items.count == 2, case .scalar(let scalar)? = items.last?.content else { return nil }
      return scalar.text
    case .mapping, .reported: return nil
    }
  }
}

/// Names as a YAML list in brackets.
func flowList(_ names: [String]) -> String {
  "[" + names.map(flowScalar).joined(separator: ", ") + "]"
}

/// A name as an item of a YAML list in brackets: in quotes unless it is plain text there.
private func flowScalar(_ name: String) -> String {
  let isPlain = name.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || " _-".unicodeScalars.contains(scalar)
  }
  let begins = name.unicodeScalars.first.map { $0.properties.isAlphabetic } == true
  if isPlain, begins, !name.hasSuffix(" "), case .string = CoreValue(plain: name) { return name }
  let escaped = name.unicodeScalars.map { scalar in
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    case "\n": "\\n"
    case "\t": "\\t"
    default: String(scalar)
    }
  }
  return "\"\(escaped.joined())\""
}
