import Testing
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGTestSupport

@testable import VGGCompilation

@Suite struct KoreanFindingTests {
  private static let renderer = TextRenderer(width: 92)

  /// Every mistake of `Configs/mistakes` as `vggc check --lang ko` reports it.
  @Test func mistakesReadAsRecorded() throws {
    let text = DiagnosticID.allCases.map { id in
      "$ \(id.example.command(for: id.fileName))\n"
        + Self.renderer.render(exampleReport(of: id, in: .korean))
    }.joined(separator: "\n")
    try expectGolden(text, "korean/mistakes.txt")
  }

  @Test func explanationsReadAsRecorded() throws {
    let text = DiagnosticID.allCases.map {
      explainDiagnostic($0, width: 92, style: .plain, in: .korean)
    }.joined(separator: "\n")
    try expectGolden(text, "korean/explanations.txt")
  }

  @Test(arguments: DiagnosticID.allCases)
  func bothLanguagesPointAtTheSamePlaces(id: DiagnosticID) {
    let (english, korean) = (exampleReport(of: id), exampleReport(of: id, in: .korean))
    #expect(english.diagnostics.map(\.range) == korean.diagnostics.map(\.range))
    #expect(
      english.diagnostics.flatMap(\.fixIts).map(\.replacement)
        == korean.diagnostics.flatMap(\.fixIts).map(\.replacement))
    #expect(
      english.diagnostics.flatMap(\.notes).compactMap(\.range)
        == korean.diagnostics.flatMap(\.notes).compactMap(\.range))
  }

  @Test(arguments: DiagnosticID.allCases)
  func noSentenceIsLeftInEnglish(id: DiagnosticID) {
    for diagnostic in exampleReport(of: id, in: .korean).diagnostics {
      let texts =
        [diagnostic.message, diagnostic.label].compactMap { $0 }
        + diagnostic.notes.map(\.message) + diagnostic.fixIts.map(\.title)
      #expect(diagnostic.message.contains(/[가-힣]/))
      #expect(!diagnostic.message.hasSuffix("."))
      // Words of the example itself come from its author.
      let own = Set(KoreanText.words(of: id.example.text + id.example.command(for: id.fileName)))
        .union(id.example.classes)
      for text in texts {
        let remainder = KoreanText(text).englishRemainder.filter { !own.contains($0) }
        #expect(remainder.isEmpty, "\(text)")
      }
    }
  }

  @Test(arguments: DiagnosticID.allCases)
  func noExplanationIsLeftInEnglish(id: DiagnosticID) {
    let explanation = KoreanFindings().explanation(of: id)
    for text in [explanation.title, explanation.meaning, explanation.repair] {
      #expect(text.contains(/[가-힣]/))
      #expect(KoreanText(text).englishRemainder.isEmpty, "\(text)")
    }
    #expect(!explanation.title.hasSuffix("."))
    #expect(explanation.meaning.contains("`") == id.explanation.meaning.contains("`"))
  }

  /// Checks the Korean phrases for all values of a finding, not only for those of the examples.
  @Test(arguments: Checkout.files(in: "Sources/VGGPhrasebooks/Korean"))
  func noPhraseIsLeftInEnglish(path: String) throws {
    for phrase in KoreanText.phrases(of: try Checkout.text(path)) {
      #expect(phrase.englishRemainder.isEmpty, "\(phrase.text)")
      // The user's text may have any ending, so no particle fits it.
      #expect(
        !phrase.text.contains(/□`?(?:은|는|이|가|을|를|과|와|으로|로|이라고)(?:[ .,:)]|$)/), "\(phrase.text)")
    }
  }

  @Test func remaindersAreNoticed() {
    #expect(KoreanText("층이 fits 맞습니다").englishRemainder == ["fits"])
    #expect(KoreanText("`fits` 키, conv3-64, ReLU, in_channels").englishRemainder.isEmpty)
  }

  @Test func theTableOfMessagesIsCurrent() throws {
    try expectRecordedPart(Self.table, "messages", of: "Docs/Languages.md")
  }

  /// The message of every example in both languages.
  private static var table: String {
    let rows = DiagnosticID.allCases.map { id in
      let messages = [exampleReport(of: id), exampleReport(of: id, in: .korean)].map {
        cell($0.diagnostics.first?.message ?? "")
      }
      return "| `\(id.rawValue)` | \(messages[0]) | \(messages[1]) |\n"
    }
    return "| name | English | 한국어 |\n|---|---|---|\n" + rows.joined()
  }

  private static func cell(_ message: String) -> String {
    printable(message).split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        index.isMultiple(of: 2)
          ? part.map { "*<|_".contains($0) ? "\\\($0)" : String($0) }.joined()
          : String(part.replacing("|", with: "\\|"))
      }.joined(separator: "`")
  }
}

extension FindingExample {
  /// The names of the class folders that the example is checked with.
  fileprivate var classes: [String] {
    if case .photos(_, let classes) = companion { classes } else { [] }
  }
}

/// A Korean text, and its English words that are not names, code or units.
private struct KoreanText {
  let text: String

  init(_ text: String) { self.text = text }

  /// The string literals of a source with `□` for each interpolation, without comments.
  static func phrases(of source: String) -> [KoreanText] {
    var found: [KoreanText] = []
    let lines = source.split(separator: "\n").filter { !$0.contains(/^\s*\/\//) }
    var block: [Substring]?
    for line in lines {
      if line.hasSuffix("\"\"\"") {
        block = []
      } else if line.contains(/^\s*"""/) {
        found.append(KoreanText((block ?? []).joined(separator: " ")))
        block = nil
      } else if block != nil {
        block?.append(line)
      } else {
        found += literals(of: line).map { KoreanText($0) }
      }
    }
    return found.filter { $0.text.contains(/[가-힣]/) }
  }

  private static func literals(of line: Substring) -> [String] {
    var found: [String] = []
    var rest = line[...]
    while let quote = rest.firstIndex(of: "\"") {
      var text = ""
      var depth = 0
      var index = rest.index(after: quote)
      while index < rest.endIndex, depth > 0 || rest[index] != "\"" {
        let next = rest.index(after: index)
        if depth == 0, rest[index] == "\\", next < rest.endIndex {
          if rest[next] == "(" {
            depth = 1
            text += "□"
          } else {
            text.append(rest[next])
          }
          index = rest.index(after: next)
          continue
        }
        if depth > 0 {
          depth += rest[index] == "(" ? 1 : rest[index] == ")" ? -1 : 0
        } else {
          text.append(rest[index])
        }
        index = next
      }
      found.append(text)
      guard index < rest.endIndex else { break }
      rest = rest[rest.index(after: index)...]
    }
    return found
  }

  static func words(of text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "_.+-".contains($0))) }
      .map(String.init)
  }

  /// Words of two or more Latin letters outside code and quotes, except those that Korean texts use.
  var englishRemainder: [String] {
    var prose = text.replacing(/`[^`]*`/, with: " ").replacing(/"[^"]*"/, with: " ")
    // Files, options, lists and mappings.
    prose = prose.replacing(
      /\S*\.(?:yaml|yml|txt|safetensors|cfg|tar|keras|npz|npy|ini|py)\b\S*/, with: " ")
    prose = prose.replacing(/--[a-z-]+/, with: " ")
    for _ in 0..<3 { prose = prose.replacing(/[\[{][^\[\]{}]*[\]}]/, with: " ") }
    prose = prose.replacing(/U\+[0-9A-F]{4}[A-Z -]*/, with: " ")
    return Self.words(of: prose)
      .filter { $0.contains(/^[a-zA-Z]{2,}$/) && !Self.terms.contains($0) }
  }

  /// Names of products and formats and the language's keywords, which Korean texts write in Latin letters.
  private static let terms: Set<String> = [
    "BF", "BMP", "CIFAR", "CP", "Caffe", "Conv", "DIR", "Darknet", "Deep", "Dive", "EUC", "FC",
    "FLOPs", "GGUF", "GIF", "Git", "HDF", "HEIF", "AVIF", "ImageFolder", "ImageNet", "JPEG", "JSON",
    "KR", "Keras", "LFS", "LRN", "Latin", "Learning", "Lite", "Ludwig", "MAC", "MATLAB", "MB",
    "MiB", "GiB", "NumPy", "ONNX", "PBM", "PDF", "PGM", "PNG", "PPM", "Photoshop", "PyTorch",
    "Python", "RAR", "ReLU", "SSD", "SVG", "SavedModel", "TIFF", "TensorFlow", "TorchScript",
    "UTF", "Ultralytics", "VGG", "WebP", "Windows", "XL", "XML", "YAML", "Zip", "Zstandard", "bn",
    "darknet", "emit", "floor", "ceil", "gzip", "into", "mmpretrain", "nntrainer", "pad", "pickle",
    "prototxt", "safetensors", "softmax", "tanh", "tar", "torchvision", "vgg", "vggc", "xz", "zip",
    "avgpool", "random", "true", "false", "none", "relu", "sigmoid", "max", "average", "linear",
    "dropout", "depthwise", "features", "optimizer", "rate", "epochs", "crop", "flip", "resize",
    "mean", "std", "parameters", "macs", "activations", "height", "width", "maxpool", "conv",
    "sgd", "adam", "constant", "cosine", "step", "plateau", "leaky", "elu", "gelu",
  ]
}
