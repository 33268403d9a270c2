/// Indented JSON that is written piece by piece, in the form of ``jsonText(_:)``.
///
/// A document is encoded without the elements of its longest array; these are encoded in chunks and
/// written between its lines. No text in JSON holds a line break, so lines are whole.
package struct JSONSink {
  /// The elements that are encoded together.
  private static let chunk = 512

  private let sink: TextSink
  /// The spaces before each line.
  private let indentation: String

  package init(to sink: TextSink) {
    self.init(sink, indentation: "")
  }

  private init(_ sink: TextSink, indentation: String) {
    self.sink = sink
    self.indentation = indentation
  }

  /// Writes `document`, with `count` elements in the array under `key`, which is empty in `document`:
  /// the values of `element` for the numbers from 0.
  ///
  /// - Parameter end: The text after the document, such as the comma after an array's element.
  /// - Throws: `EncodingError` if there is a number that JSON cannot express.
  package func write(
    _ document: some Encodable, filling key: String, count: Int, end: String = "",
    with element: (Int) -> some Encodable
  ) throws {
    try fill(document, at: key, isEmpty: count == 0, end: end) { elements in
      for start in stride(from: 0, to: count, by: Self.chunk) {
        let range = start..<min(start + Self.chunk, count)
        // Without the brackets, which are on the first and last lines.
        let lines = try lines(of: range.map(element)).dropFirst().dropLast()
        elements.write(lines, end: range.upperBound < count ? "," : "")
      }
    }
  }

  /// Writes `document`, with the text that `body` writes in the array under `key`, which is empty in `document`:
  /// elements, each except the last followed by a comma.
  package func write(
    _ document: some Encodable, filling key: String, isEmpty: Bool, end: String = "",
    _ body: (JSONSink) throws -> Void
  ) throws {
    try fill(document, at: key, isEmpty: isEmpty, end: end) { array in
      try body(JSONSink(sink, indentation: array.indentation + "  "))
    }
  }

  /// - Parameter body: A closure that gets a sink for the lines of an array, without its brackets.
  private func fill(
    _ document: some Encodable, at key: String, isEmpty: Bool, end: String,
    _ body: (JSONSink) throws -> Void
  ) throws {
    let lines = try lines(of: document)
    // Only the keys of the document itself are indented by two spaces.
    let opening = Array("  \"\(key)\" : [".utf8)
    guard !isEmpty, let place = lines.firstIndex(where: { $0.elementsEqual(opening) }) else {
      return write(lines[...], end: end)
    }
    write(lines[...place], end: "")
    try body(JSONSink(sink, indentation: indentation + "  "))
    // An empty array has an empty line between its brackets.
    write(lines[(place + 2)...], end: end)
  }

  private func lines(of value: some Encodable) throws -> [ArraySlice<UInt8>] {
    let bytes = Array(try jsonText(value).utf8.dropLast())
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  private func write(_ lines: ArraySlice<ArraySlice<UInt8>>, end: String) {
    for (index, line) in zip(lines.indices, lines) {
      if !line.isEmpty { sink.write(indentation) }
      sink.write(utf8: line)
      if index == lines.endIndex - 1 { sink.write(end) }
      sink.write("\n")
    }
  }
}
