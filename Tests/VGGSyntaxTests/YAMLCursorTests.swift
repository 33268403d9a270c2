import Testing

@testable import VGGSyntax

/// `▮` marks the cursor.
@Suite struct YAMLCursorTests {
  private static let cases: [(String, String?)] = [
    ("▮", "key /"),
    ("fea▮", "key / fea"),
    ("name: a\n▮", "key / (name)"),
    ("name: a\ni▮\ninput: 3\n", "key / i (input name)"),
    ("name: ▮", "value /name"),
    ("name: a b▮", "value /name a b"),
    ("name:▮", nil),
    ("# a comm▮", nil),
    ("a: 1 # comm▮", nil),
    ("classifier:\n  ▮", "key /classifier"),
    ("classifier:\n  classes: 10\n  ▮", "key /classifier (classes)"),
    ("classifier:\n  ▮\n  classes: 10\n", "key /classifier (classes)"),
    ("classifier:\n  classes: 10\n▮", "key / (classifier)"),
    ("classifier:\n  - linear: 10\n  - re▮", "item /classifier/- re"),
    ("classifier:\n- linear: 10\n- ▮", "item /classifier/-"),
    ("classifier:\n- linear: 10\n▮", "key / (classifier)"),
    ("classifier:\n  - linear:\n      in: 3\n      o▮", "key /classifier/-/linear o (in)"),
    ("features: [64, ▮", "item /features/-"),
    ("features: [64, M▮, 128]", "item /features/- M"),
    ("features: [64, {conv: 64, ▮}]", "key /features/- (conv)"),
    ("features: [64, {conv: 64, ▮ kernel: 3}]", "key /features/- (conv kernel)"),
    ("features: [{conv: 64, bias: ▮", "value /features/-/bias"),
    ("features: [64,\n  M, ▮\n", "item /features/-"),
    // The bracket is not closed, but the next key is in the position of a key.
    ("features: [64, M\nclassifier: {▮", "key /classifier"),
    ("features: [64, M]\n▮", "key / (features)"),
    ("features:\n  - 64\n  - conv: 3\n    k▮", "key /features/- k (conv)"),
    ("models:\n  a: [64]\n  b:\n    batch_norm: t▮", "value /models/b/batch_norm t"),
    ("name: '고양이▮", "value /name 고양이"),
    ("\u{FEFF}na▮", "key / na"),
    ("name: |\n  some te▮", nil),
    ("name: |\n  some text\n▮", "key / (name)"),
    ("\"na▮", "key / na"),
    ("a: &x [64]\nfeatures: *▮", "value /features *"),
    ("{input: 3, ▮", "key / (input)"),
    ("---\nname: a\r\n▮", "key / (name)"),
    ("]▮", "key / ]"),
  ]

  @Test(arguments: cases)
  func place(marked: String, expected: String?) throws {
    let parts = marked.split(separator: "▮", omittingEmptySubsequences: false)
    let text = Array((parts[0] + parts[1]).utf8)
    let cursor = YAMLCursor(at: parts[0].utf8.count, in: text)
    #expect(cursor.map { description(of: $0, in: text) } == expected)
  }

  /// No text and no position in it makes the scanner hang or leave the text.
  @Test func anything() {
    let pieces = [
      "a", ": ", ":", "[", "]", "{", "}", ",", "\n", " ", "- ", "'", "\"", "#", "|", "&", "*", "\\",
      "한",
    ]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let bytes = Array(text.utf8)
      for offset in -1...bytes.count + 1 {
        guard let cursor = YAMLCursor(at: offset, in: bytes) else { continue }
        #expect(cursor.word.upperBound == min(max(offset, 0), bytes.count), "\(text)")
      }
    }
  }

  private func description(of cursor: YAMLCursor, in text: [UInt8]) -> String {
    let path = cursor.path.map { step in
      switch step {
      case .key(let name): "/\(name)"
      case .item: "/-"
      }
    }.joined()
    let word = String(decoding: text[cursor.word], as: UTF8.self)
    let siblings = cursor.siblings.sorted().joined(separator: " ")
    return "\(cursor.role) \(path.isEmpty ? "/" : path)" + (word.isEmpty ? "" : " \(word)")
      + (siblings.isEmpty ? "" : " (\(siblings))")
  }
}
