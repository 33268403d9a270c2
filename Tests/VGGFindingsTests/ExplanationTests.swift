import Testing
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks

@Suite struct ExplanationTests {
  @Test(arguments: DiagnosticID.allCases, [40, 80, 100])
  func proseKeepsToTheWidth(id: DiagnosticID, width: Int) {
    for language in Language.allCases {
      let text = id.explained(message: "", width: width, style: .plain, in: language.findings)
      for line in text.split(separator: "\n") where isProse(line) {
        #expect(displayWidth(line) <= width, "\(line)")
      }
    }
  }

  /// Whether the line is neither YAML, which is indented, nor a command.
  private func isProse(_ line: Substring) -> Bool {
    !line.hasPrefix("    ") && !line.hasPrefix("$ ")
  }

  @Test(arguments: DiagnosticID.allCases)
  func everyWordOfTheEntryIsThere(id: DiagnosticID) {
    let (explanation, example) = (id.explanation, id.example)
    let text = id.explained(message: "MESSAGE\n", width: 72, style: .plain, in: EnglishFindings())
    let words = text.split(whereSeparator: \.isWhitespace)
    for part in [explanation.title + ".", explanation.meaning, explanation.repair] {
      #expect(words.contains(subsequence: part.split(whereSeparator: \.isWhitespace)))
    }
    #expect(text.contains("$ \(example.command(for: id.fileName))\nMESSAGE\n"))
    #expect(text.hasPrefix(id.rawValue))
  }

  @Test(arguments: DiagnosticID.allCases)
  func plainTextHasNoControlCharacters(id: DiagnosticID) {
    let text = id.explained(message: "", width: 80, style: .plain, in: EnglishFindings())
    for scalar in text.unicodeScalars {
      #expect(scalar == "\n" || scalar.properties.generalCategory != .control)
    }
  }

  @Test func coloursAreForTerminals() {
    let id = DiagnosticID.mapTooSmall
    let words = EnglishFindings()
    let plain = id.explained(message: "", width: 80, style: .plain, in: words)
    let coloured = id.explained(message: "", width: 80, style: .ansi, in: words)
    #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(!plain.contains("\u{1B}"))
  }
}

extension [Substring] {
  fileprivate func contains(subsequence words: [Substring]) -> Bool {
    indices.contains { self[$0...].starts(with: words) }
  }
}
