import Testing

@testable import VGGLanguageServer

/// Semantic tokens of entries, and the totals above models.
@Suite struct EntryTests {
  /// The tokens of a text, each with its type: `64 function`.
  private func tokens(_ text: String, _ method: String = "full", _ rest: String = "") throws
    -> [String]
  {
    var session = Session()
    try session.open(text)
    let answer = try session.brief("semanticTokens/\(method)", rest)
    let numbers = answer.matches(of: /[0-9]+/).compactMap { Int($0.output) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.utf16)
    }
    var (line, character) = (0, 0)
    return stride(from: 0, to: numbers.count, by: 5).map { index in
      if numbers[index] > 0 { character = 0 }
      line += numbers[index]
      character += numbers[index + 1]
      let word = lines[line][character..<character + numbers[index + 2]]
      #expect(numbers[index + 4] == 0)
      return
        "\(String(decoding: word, as: UTF16.self)) \(EntryKind.allCases[numbers[index + 3]])"
    }
  }

  @Test(arguments: [
    (
      "features: [64, conv1-32, M, maxpool, LRN, batch_norm, relu, X, 6.5]\n",
      [
        "64 convolution", "conv1-32 convolution", "M pooling", "maxpool pooling",
        "LRN normalization",
        "batch_norm normalization", "relu activation",
      ]
    ),
    (
      "name: 🧠\nfeatures:\n  - {conv: 8, kernel: 3} # 🧠\n  - {stride: 2, maxpool: 2}\n  - avgpool: 2\n  - {global: max}\n  - {lrn: 5}\n  - {dropout: 0.5}\n  - {elu: 1}\n  - [3]\n",
      [
        "conv convolution", "maxpool pooling", "avgpool pooling", "global pooling",
        "lrn normalization",
        "dropout dropout", "elu activation",
      ]
    ),
    (
      "classifier: [{linear: 8}, relu, batch_norm, {dropout: 0.5}, {leaky_relu: 0.1}, linear: 3, softmax]\n",
      [
        "linear linear", "relu activation", "batch_norm normalization", "dropout dropout",
        "leaky_relu activation", "linear linear", "softmax softmax",
      ]
    ),
    ("classifier: {hidden: [64], classes: 10}\n", []),
    (
      "models:\n  a: &a [8, \"M\"]\n  b: {features: [16]}\n  c: *a\n",
      ["8 convolution", "\"M\" pooling", "16 convolution"]
    ),
    ("features: [*w, &w 8, *w]\n", ["8 convolution", "*w convolution"]),
    ("features: [\"M\n  \"]\n", []), ("features: [8\n", []),
    ("", []),
  ])
  func types(text: String, expected: [String]) throws {
    #expect(try tokens(text) == expected)
  }

  @Test func aPartOfTheTokens() throws {
    let found = try tokens(
      "features:\n  - 8\n  - M\n  - 16\n", "range",
      #","range":{"start":{"line":2,"character":0},"end":{"line":3,"character":0}}"#)
    #expect(found == ["M pooling"])
  }

  @Test func theLegendNamesEveryKind() throws {
    var session = Session(capabilities: nil)
    let answer = try #require(
      session.send(#"{"id":0,"method":"initialize","params":{"capabilities":{}}}"#).first)
    let types = EntryKind.allCases.map(\.tokenType)
    #expect(Set(types).count == types.count)
    #expect(
      answer.contains(
        #""tokenTypes":[\#(types.map { "\"\($0)\"" }.joined(separator: ","))]"#))
  }

  // MARK: - Totals

  private static let small =
    "input: [3, 8, 8]\nfeatures: [8, M]\nclassifier: {hidden: [], classes: 2}\n"

  @Test(arguments: [
    (
      small, "en",
      "[{command: {command: , title: 482 parameters, 14,080 MACs, output 2}, range: 0:0-0:5}]"
    ),
    (small, "ko", "[{command: {command: , title: 매개변수 482개, MAC 14,080회, 출력 2}, range: 0:0-0:5}]"),
    (
      "\(small)name: n\n", "en",
      "[{command: {command: , title: 482 parameters, 14,080 MACs, output 2}, range: 3:0-3:4}]"
    ),
    (
      "input: [3, 8, 8]\nclassifier: none\nmodels:\n  a: [8]\n  b: [X]\n  c: [8, M]\n", "en",
      "[{command: {command: , title: 224 parameters, 13,824 MACs, output 8x8x8}, range: 3:2-3:3}, {command: {command: , title: 224 parameters, 13,824 MACs, output 8x4x4}, range: 5:2-5:3}]"
    ),
    ("features: [X]\n", "en", "[]"), ("features: [\n", "en", "[]"), ("", "en", "[]"),
  ])
  func totals(text: String, locale: String, expected: String) throws {
    var session = Session(locale: locale)
    try session.open(text)
    #expect(try session.brief("codeLens") == expected)
  }
}
