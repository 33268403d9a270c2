import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: YAMLSyntax) -> FindingWords {
    let notes = finding.construct.map { [Note(words(for: $0.value), at: $0.range)] } ?? []
    return FindingWords(words(for: finding.problem), notes: notes)
  }

  private func words(for problem: YAMLSyntax.Problem) -> String {
    switch problem {
    case .tab: "tabs can't be used for indentation; indent with spaces"
    case .characterThatStartsNothing:
      "text can't start with this character; put the text in quotes"
    case .unclosedList: "expected ',' or ']': the list isn't closed, or a comma is missing"
    case .unclosedMapping: "expected ',' or '}': the mapping isn't closed, or a comma is missing"
    case .misplacedPair:
      "a `key: value` isn't allowed here, only a value; check the indentation and the spaces after colons"
    case .lineWithoutKey: "this line isn't a `key: value`; write a colon and a space after the key"
    case .missingKey: "expected a key: a name, a colon and a space"
    case .keyOfOtherIndentation: "expected a key; check the indentation of this line"
    case .missingSpaceAfterColon: "missing space after the colon"
    case .unspacedPair(let text): "missing space after the colon: `\(shortened(text))`"
    case .missingComma(let comma):
      "a comma is missing between `\(shortened(comma.left))` and `\(shortened(comma.right))`"
    case .strayBracket: "this bracket has no opening bracket; check the brackets before it"
    case .commaOutsideBrackets:
      "a comma outside brackets; put [ ] around the whole list"
    case .missingDash:
      "expected '- ' before a list's entry; check the indentation of this line"
    case .misplacedDash:
      "a list's '- ' isn't allowed here, only a value; start the list on its own line"
    case .missingValueOrSurplusComma: "a value is missing here, or there is an extra comma"
    case .missingValue: "a value is missing here"
    case .textAfterEnd:
      "unexpected text after the end; start every top-level key in the same column"
    case .unclosedQuote: "this quote is never closed"
    case .unknownEscape:
      "unknown escape; write \\\\ for a backslash, or use single quotes"
    case .other(let text): text
    }
  }

  private func words(for construct: YAMLSyntax.Construct) -> String {
    switch construct {
    case .list: "the list starts here"
    case .mapping: "the mapping starts here"
    case .quotedText: "the quoted text starts here"
    case .other(let text): text
    }
  }
}
