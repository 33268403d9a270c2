import VGGDiagnostics
import VGGFindings

/// libyaml's messages as findings.
extension YAMLFailure {
  /// The finding about text that libyaml's reader rejects.
  var encoding: InvalidEncoding {
    guard let character else { return .other(problem) }
    return problem == Self.controlCharacter
      ? .controlCharacter(character) : .otherCharacter(character, problem)
  }

  /// - Parameter found: The character at which libyaml gave up; `nil` at the end of the text.
  func syntax(found: Unicode.Scalar?) -> YAMLSyntax.Problem {
    switch (problem, found) {
    case ("found character that cannot start any token", "\t"),
      ("found a tab character that violates indentation", _),
      ("found a tab character where an indentation space is expected", _):
      .tab
    case ("found character that cannot start any token", _): .characterThatStartsNothing
    case ("did not find expected ',' or ']'", _): .unclosedList
    case ("did not find expected ',' or '}'", _): .unclosedMapping
    case (Self.unexpectedColon, _): .misplacedPair
    case ("could not find expected ':'", _): .missingKey
    case ("found unexpected ':'", _): .missingSpaceAfterColon
    case ("did not find expected key", "]"), ("did not find expected key", "}"): .strayBracket
    case ("did not find expected key", ","): .commaOutsideBrackets
    case ("did not find expected key", _): .keyOfOtherIndentation
    case ("did not find expected '-' indicator", _): .missingDash
    case ("did not find expected node content", ","), ("did not find expected node content", "]"):
      .missingValueOrSurplusComma
    case ("did not find expected node content", _): .missingValue
    case ("block sequence entries are not allowed in this context", _): .misplacedDash
    case ("did not find expected <document start>", _): .textAfterEnd
    case ("found unexpected end of stream", _): .unclosedQuote
    case ("found unknown escape character", _): .unknownEscape
    default: .other(problem)
    }
  }

  /// The construct that libyaml was reading when it gave up; `nil` if that helps nobody.
  var construct: YAMLSyntax.Construct? {
    switch context {
    case "while parsing a flow sequence", "while parsing a block collection": .list
    case "while parsing a flow mapping", "while parsing a block mapping": .mapping
    case "while scanning a quoted scalar": .quotedText
    case nil, "while scanning for the next token", "while parsing a flow node",
      "while parsing a block node", "while scanning a plain scalar", "while scanning a simple key":
      nil
    case let context?: .other(context)
    }
  }

  /// Whether the repair is at the construct's start, because it is never finished.
  var startsUnfinished: Bool {
    switch (problem, context) {
    case ("could not find expected ':'", "while scanning a simple key"): true
    case ("found unexpected end of stream", "while scanning a quoted scalar"): true
    default: false
    }
  }
}
