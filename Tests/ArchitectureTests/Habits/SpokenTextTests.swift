import Testing

/// Checks that messages come from a phrasebook, so that they exist in each language: no sentence is written where it is
/// printed.
@Suite struct SpokenTextTests {
  /// A function that prints a message, or throws it to the user, with a sentence written at the call.
  private static var speech: Regex<Substring> {
    /(?:reportError|Console\.warn|Console\.remark|CleanExit\.message|ValidationError)\(\s*"(?:[^"\\]|\\.)*\p{L}{2} \p{L}{2}/
  }

  @Test func messagesComeFromPhrasebooks() {
    for file in SourceTree.files {
      let text = file.lines.joined(separator: "\n")
      for match in text.matches(of: Self.speech) {
        let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
        Issue.record("\(file.path):\(line): put this sentence into a phrasebook: \(match.output)")
      }
    }
  }

  @Test func sentencesAreFound() {
    #expect("Console.reportError(\n  \"cannot listen on\")".contains(Self.speech))
    #expect("throw ValidationError(\"use --a or --b, not both\")".contains(Self.speech))
    #expect(!"Console.remark(\"\\(file): \\(words)\")".contains(Self.speech))
    #expect(!"throw ValidationError(.inputTwice)".contains(Self.speech))
  }
}
