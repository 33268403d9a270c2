import VGGDiagnostics
import VGGFindings
import VGGSpec

/// A text by its characters, each as written and as meant.
struct SlipText {
  private let scalars: [Unicode.Scalar]
  /// In UTF-8 offsets of the file, including that of the end.
  private let offsets: [Int]
  /// The meanings of the characters that look like others; few texts have any.
  private let meanings: [Int: String]

  init(_ file: SourceFile) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var meanings: [Int: String] = [:]
    var offset = file.byteOrderMarkLength
    for scalar in file.text(offset..<file.bytes.count).unicodeScalars {
      if let meaning = Lookalikes.meaning(of: scalar) { meanings[scalars.count] = meaning }
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    (self.scalars, self.offsets, self.meanings) = (scalars, offsets, meanings)
  }

  var count: Int { scalars.count }

  func offset(_ index: Int) -> Int { offsets[min(index, count)] }

  func isLookalike(_ index: Int) -> Bool { meanings[index] != nil }

  /// The character that is meant; zero past the end, and for a character without a meaning.
  func meant(_ index: Int) -> Unicode.Scalar {
    guard index < count else { return "\0" }
    guard let meaning = meanings[index] else { return scalars[index] }
    return meaning.unicodeScalars.first ?? "\0"
  }

  func written(_ index: Int) -> Unicode.Scalar { index < count ? scalars[index] : "\0" }

  func meant(_ range: Range<Int>) -> String {
    guard !meanings.isEmpty else { return written(range) }
    return range.map { meanings[$0] ?? String(scalars[$0]) }.joined()
  }

  func written(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// Whether it is a space or a tab, or a character that looks like one.
  func isSpace(_ index: Int) -> Bool { meant(index) == " " || meant(index) == "\t" }

  func isLineEnd(_ index: Int) -> Bool { written(index) == "\n" || written(index) == "\r" }

  /// Whether a colon before this does not end a key.
  func isWordPart(_ index: Int) -> Bool {
    !isSpace(index) && !isLineEnd(index) && ![",", "[", "]", "{", "}"].contains(meant(index))
  }

  /// The characters before `index` in its line.
  func indent(of index: Int) -> Int {
    var start = index
    while start > 0, !isLineEnd(start - 1) { start -= 1 }
    return index - start
  }

  /// The characters of a stretch that look like others, each once.
  func lookalikes(_ range: Range<Int>) -> [Lookalike.Character] {
    var seen: Set<Unicode.Scalar> = []
    return range.compactMap { index in
      guard isLookalike(index), seen.insert(scalars[index]).inserted else { return nil }
      return Lookalike.Character(
        code: scalars[index].value, name: scalars[index].properties.name ?? "")
    }
  }
}
