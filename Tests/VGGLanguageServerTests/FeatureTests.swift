import Testing
import VGGFindings
import VGGSpec
import VGGTestSupport

@testable import VGGLanguageServer

/// The answers about documents, compared with golden files in `Tests/Golden/language-server`.
@Suite struct FeatureTests {
  /// A document with one of everything.
  private static let documents: [String: String] = [
    "sound": """
    name: 사진 🧠
    input: [3, 32, 30] # 한국어
    batch_norm: true
    features: &f [16, M, {conv: 32, kernel: 5}, LRN, {maxpool: 2}]
    avgpool: [4, 3]
    classifier:
      - linear: {in: 384, out: 64}
      - relu
      - linear: 10
    """,
    "foreign": """
    # 🧠 한국어
    cfg = [64, 'M', 128, 'M']
    """,
    "stopped": """
    input: [3, 8, 8]
    features: [8, M, 16, M, M, M, 32]
    classifier: {hidden: [64], classes: 10, clases: 3}
    """,
    "models": """
    classifier: {hidden: [32], classes: 10}
    input: [3, 16, 16]
    models:
      small: [8, M]
      large:
        features: [8, 8, M, M]
        avgpool: 1
    """,
    "fixes": """
    batch_norm: yes
    features: [64, C, conv64-3, m]
    classifier:
      - linear: {in: 3, out: 10}
    """,
    "extending": "extends: base.yaml\nclassifier: {classes: 3}\n",
    "no-yaml": "features: [64, M\nclassifier: {}\n",
  ]
  private static let files = [
    "/w/base.yaml": "input: [3, 8, 8]\nfeatures: [4, X, M]\n", "/w/labels.txt": "a\nb\n",
    "/built-in/D.yaml": "features: [64]\n",
  ]
  private static let whole =
    #","range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}}"#

  private static let rich =
    #"{"textDocument":{"publishDiagnostics":{"relatedInformation":true},"hover":{"contentFormat":["markdown"]},"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"completion":{"completionItem":{"snippetSupport":true,"documentationFormat":["markdown"]}}}}"#

  private func session(_ document: String, _ capabilities: String = rich) throws -> Session {
    var session = Session(files: Self.files, capabilities: capabilities)
    try session.open(try #require(Self.documents[document]))
    return session
  }

  @Test(arguments: documents.keys.sorted(), ["inlayHint", "documentSymbol", "codeAction"])
  func answers(document: String, method: String) throws {
    var session = try session(document)
    let context = method == "codeAction" ? #","context":{"diagnostics":[]}"# : ""
    let answer = try session.ask(method, Self.whole + context)
    try expectGolden(answer, "language-server/\(document).\(method).json")
  }

  @Test(arguments: documents.keys.sorted(), [true, false])
  func published(document: String, relating: Bool) throws {
    var session = Session(files: Self.files, capabilities: relating ? Self.rich : "{}")
    let answers = try session.open(try #require(Self.documents[document]))
    try expectGolden(
      answers.joined(separator: "\n") + "\n",
      "language-server/\(document).diagnostics\(relating ? "" : "-plain").json")
  }

  @Test(arguments: [
    ("sound", 3, 15, "conv"), ("sound", 3, 34, "kernel"), ("sound", 5, 2, "classifier"),
    ("sound", 2, 3, "batch_norm"), ("sound", 6, 14, "linear"), ("models", 0, 22, "shared"),
    ("sound", 0, 7, "nothing"),
  ])
  func hovers(document: String, line: Int, character: Int, name: String) throws {
    var session = try session(document)
    let answer = try session.ask(
      "hover", #","position":{"line":\#(line),"character":\#(character)}"#)
    try expectGolden(answer, "language-server/hover-\(name).json")
  }

  /// The text is that of `vggc explain`, line by line.
  @Test func hoverIsTheLesson() throws {
    var session = Session()
    try session.open("features: [64, M]\n")
    let answer = try session.ask("hover", #","position":{"line":0,"character":12}"#)
    #expect(answer.contains("64 * (3*3*3) + 64 = 1,792"))
    #expect(answer.contains("64 * 224 * 224 * (3*3*3) = 86,704,128"))
  }

  /// A layer's name is completed, and explained like the layer's entry.
  @Test func namesOfLayers() throws {
    var session = Session(capabilities: Self.rich)
    try session.open("features: [64, M, {dropout: 0.5}, 128]\ntaps: [features.4]\nuntil: relu2_1\n")
    let tap = try session.ask("hover", #","position":{"line":1,"character":12}"#)
    #expect(tap.contains("128 * (64*3*3) + 128 = 73,856"))
    let end = try session.ask("hover", #","position":{"line":2,"character":9}"#)
    #expect(end.contains("relu2_1  ReLU  features.5"))
    for place in [#"{"line":1,"character":7}"#, #"{"line":2,"character":7}"#] {
      let answer = try session.ask("completion", #","position":"# + place)
      for name in ["conv1_1", "relu1_1", "pool1", "conv2_1", "relu2_1"] {
        #expect(answer.contains(#""label" : "\#(name)""#), "\(name)")
      }
      #expect(answer.contains("features.4: conv3-128, 128x112x112"))
      #expect(!answer.contains("dropout"))
    }
  }

  /// The names are offered while their list is being typed. `▮` marks the cursor.
  @Test(arguments: [
    "features: [64, M]\ntaps: [▮",
    "features: [64, M]\ntaps: [conv1_1, re▮\nuntil: pool1\n",
    "taps: [conv1_1,\n  ▮\nfeatures: [64, M]\n",
    "features: [64, M]\ntaps: ['re▮",
    "features: [64, M]\nuntil: \"re▮\ninput: [3, 32, 32]\n",
    "{features: [64, M], until: ▮",
    "models:\n  a: {features: [64, M], taps: [pool1, ▮\n  b: {features: [128]}\n",
  ])
  func namesInUnfinishedText(marked: String) throws {
    let parts = marked.split(separator: "▮", omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    var session = Session(capabilities: Self.rich)
    try session.open(String(parts[0] + parts[1]))
    let answer = try session.ask(
      "completion",
      #","position":{"line":\#(lines.count - 1),"character":\#(lines.last?.count ?? 0)}"#)
    for name in ["conv1_1", "relu1_1", "pool1", "features.2"] {
      #expect(answer.contains(#""label" : "\#(name)""#), "\(name)")
    }
    #expect(!answer.contains("conv3-128"))
  }

  @Test func completions() throws {
    for (name, text) in [
      ("root", ""), ("features", "features: ["), ("convolution", "features: [{conv: 3, "),
      ("extends", "extends: "), ("optimizer", "training: {optimizer: "), ("avgpool", "avgpool: "),
      ("layers", "classifier:\n  - "), ("alias", "features: &f [4]\nlabels: *"),
      (
        "until",
        "input: [3, 8, 8]\nfeatures: [8, M, 4]\nclassifier: {hidden: [], classes: 2}\nuntil: "
      ),
    ] {
      var session = Session(files: Self.files, capabilities: Self.rich)
      try session.open(text)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let answer = try session.ask(
        "completion",
        #","position":{"line":\#(lines.count - 1),"character":\#(lines.last?.count ?? 0)}"#)
      try expectGolden(answer, "language-server/completion-\(name).json")
    }
  }

  /// If a layer is already named, all listed layers are offered; under `models`, those of the model.
  @Test(arguments: [
    ("features: [8, M, 4]\nuntil: pool1", ["conv2_1", "relu2_1", "fc5", "features.3"], []),
    ("features: [8, M, 4]\nuntil: nonsense", ["conv2_1", "relu2_1", "fc5", "features.3"], []),
    (
      "models:\n  a: [8, M, 4]\n  b:\n    features: [8, 8]\n    until: relu", ["conv1_2"],
      ["conv2_1", "pool1"]
    ),
  ])
  func layersAreOffered(_ text: String, _ offered: [String], _ others: [String]) throws {
    var session = Session()
    try session.open(text)
    let lines = text.split(separator: "\n")
    let answer = try session.ask(
      "completion",
      #","position":{"line":\#(lines.count - 1),"character":\#(lines.last?.count ?? 0)}"#)
    for name in offered { #expect(answer.contains(#""label" : "\#(name)""#), "\(name)") }
    for name in others { #expect(!answer.contains(#""label" : "\#(name)""#), "\(name)") }
  }

  /// Every key of the language is offered somewhere, from the description that the parser uses.
  @Test func everyKeyIsOffered() throws {
    var session = Session()
    try session.open("")
    let answer = try session.ask("completion", #","position":{"line":0,"character":0}"#)
    for key in ModelKey.allCases { #expect(answer.contains(#""label" : "\#(key.rawValue)""#)) }
  }

  @Test(arguments: [
    ("a: &x [1]\nb: *x", 1, 4, #""character" : 3"#),
    ("extends: base.yaml", 0, 10, #""uri" : "file:///w/base.yaml""#),
    ("extends: none.yaml", 0, 10, "null"),
    ("extends: d", 0, 10, #""uri" : "file:///built-in/D.yaml""#),
    ("extends: A", 0, 10, "null"),
    ("labels: labels.txt", 0, 10, #""uri" : "file:///w/labels.txt""#),
    ("name: base.yaml", 0, 8, "null"),
  ])
  func definitions(text: String, line: Int, character: Int, expected: String) throws {
    var session = Session(files: Self.files)
    try session.open(text)
    let answer = try session.ask(
      "definition", #","position":{"line":\#(line),"character":\#(character)}"#)
    #expect(answer.contains(expected), "\(answer)")
  }

  /// Each fix-it of each broken file of the repository, taken alone, is an edit within the document.
  @Test(arguments: Checkout.files(in: "Configs/mistakes").filter { $0.hasSuffix(".yaml") })
  func everyFixItIsAnAction(path: String) throws {
    let compilation = try ConfigurationFiles.compile(path)
    let wanted = compilation.diagnostics.flatMap(\.fixIts).count
    let text = String(decoding: compilation.file.bytes, as: UTF8.self)
    guard Array(text.utf8) == compilation.file.bytes else { return }
    var session = Session(files: Self.files)
    try session.open(text)
    let answer = try session.ask(
      "codeAction", Self.whole + #","context":{"diagnostics":[],"only":["quickfix"]}"#)
    #expect(
      answer.split(separator: #""kind" : "quickfix""#, omittingEmptySubsequences: false).count
        == wanted + 1)
  }

  /// A text with damage anywhere is answered: without a crash, and at every place in the text.
  @Test func damagedTexts() throws {
    for text in Self.documents.values {
      let characters = Array(text.unicodeScalars)
      for length in stride(from: 0, to: characters.count, by: 3) {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: characters.prefix(length))
        var session = Session(files: Self.files, capabilities: Self.rich)
        try session.open(String(scalars))
        let lines = String(scalars).split(separator: "\n", omittingEmptySubsequences: false)
        let place =
          #","position":{"line":\#(lines.count - 1),"character":\#(lines.last?.utf16.count ?? 0)}"#
        for method in [
          "completion", "hover", "definition", "documentHighlight", "prepareRename",
        ] { _ = try session.ask(method, place) }
        for method in [
          "inlayHint", "documentSymbol", "formatting", "rangeFormatting", "foldingRange",
          "documentLink", "codeLens", "diagnostic", "semanticTokens/full", "semanticTokens/range",
        ] { _ = try session.ask(method, Self.whole) }
        _ = try session.brief("rename", place + #","newName":"other""#)
        _ = try session.brief("references", place + #","context":{"includeDeclaration":true}"#)
        let places = place.replacing("position", with: "positions").replacing("{", with: "[{") + "]"
        _ = try session.brief("selectionRange", places)
        #expect(session.server.exitStatus == nil)
      }
    }
  }
}
