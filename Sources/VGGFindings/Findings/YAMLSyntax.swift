import VGGDiagnostics

/// The text is not YAML.
package struct YAMLSyntax: Finding {
  /// The difference between the text and the parser's expectation.
  package enum Problem: Hashable, Sendable {
    case tab
    case characterThatStartsNothing
    case unclosedList
    case unclosedMapping
    /// `key: value` where only a value is allowed.
    case misplacedPair
    /// A line that should be `key: value`.
    case lineWithoutKey
    case missingKey
    case keyOfOtherIndentation
    case missingSpaceAfterColon
    /// A key right before its value, as the two should be written.
    case unspacedPair(String)
    /// No comma between two entries of a list in brackets.
    case missingComma(MissingComma)
    case strayBracket
    case commaOutsideBrackets
    case missingDash
    case misplacedDash
    case missingValueOrSurplusComma
    case missingValue
    case textAfterEnd
    case unclosedQuote
    case unknownEscape
    /// An error for which this project has no words, in the parser's own.
    case other(String)
  }

  /// Two entries of a list with only space between them.
  package struct MissingComma: Hashable, Sendable {
    package let left: String
    package let right: String
    /// The place for the comma: an empty stretch.
    package let gap: SourceRange
    /// Whether it is already followed by space.
    package let isSpaced: Bool
    /// Whether the two may be one number with a space in it.
    package let mayBeOne: Bool

    package init(
      between left: String, _ right: String, at gap: SourceRange, isSpaced: Bool, mayBeOne: Bool
    ) {
      self.left = left
      self.right = right
      self.gap = gap
      self.isSpaced = isSpaced
      self.mayBeOne = mayBeOne
    }

    fileprivate var fixIt: FixIt {
      FixIt(.insertComma(isSpaced ? "," : ", "), at: gap, mayBeOne ? .offered : .certain)
    }
  }

  /// The construct that the parser was reading.
  package enum Construct: Hashable, Sendable {
    case list
    case mapping
    case quotedText
    /// A construct for which this project has no words, in the parser's own.
    case other(String)
  }

  package let problem: Problem
  /// The construct that was being read, with the place where it starts.
  package let construct: Spanned<Construct>?

  package init(_ problem: Problem, within construct: Spanned<Construct>? = nil) {
    self.problem = problem
    self.construct = construct
  }

  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch problem {
    case .unspacedPair(let text): [FixIt(.write(text), at: range, .certain)]
    case .missingComma(let comma): [comma.fixIt]
    case .tab, .characterThatStartsNothing, .unclosedList, .unclosedMapping, .misplacedPair,
      .lineWithoutKey, .missingKey, .keyOfOtherIndentation, .missingSpaceAfterColon, .strayBracket,
      .commaOutsideBrackets, .missingDash, .misplacedDash, .missingValueOrSurplusComma,
      .missingValue, .textAfterEnd, .unclosedQuote, .unknownEscape, .other:
      []
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension YAMLSyntax {
  package static let id = DiagnosticID.yamlSyntax
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "The text is not valid YAML",
    meaning: """
      A configuration is YAML, and this text is not: a bracket is never closed, a colon has no space after it, a \
      line is indented with a tab, a quote has no end.

      The message is at the place where the parser couldn't continue. The mistake itself is often a line earlier, \
      and the note shows where the unfinished list or mapping begins. Nothing after this place can be read, so vggc \
      reports nothing else until this error is fixed.
      """,
    repair: """
      Close the bracket or the quote, put a space after every colon, and indent with spaces, equally far for \
      everything on one level.
      """)

  package static let example = FindingExample(
    PackageResources.yaml_syntax_yaml,
    repairs: [
      .replace("features: [16, M, 32, M", with: "features: [16, M, 32, M]")
    ])
}
