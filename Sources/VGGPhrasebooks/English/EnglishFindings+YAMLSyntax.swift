import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: YAMLSyntax) -> FindingWords {
    let notes = finding.construct.map { [Note(words(for: $0.value), at: $0.range)] } ?? []
    return FindingWords(words(for: finding.problem), notes: notes)
  }

  private func words(for problem: YAMLSyntax.Problem) -> String {
    switch problem {
    case .tab: "a tab cannot stand here; YAML is indented with spaces"
    case .characterThatStartsNothing:
      "text cannot start with this character; put the text in quotes"
    case .unclosedList: "expected ',' or ']': a list is not closed, or lacks a comma"
    case .unclosedMapping: "expected ',' or '}': a mapping is not closed, or lacks a comma"
    case .misplacedPair:
      "a `key: value` stands where only a value can; check the indentation and the spaces after colons"
    case .lineWithoutKey: "this line is no `key: value`; a colon and a space follow the key"
    case .missingKey: "expected a key: a name, a colon and a space"
    case .keyOfOtherIndentation: "expected a key; check the indentation of this line"
    case .missingSpaceAfterColon: "a key's colon needs a space after it"
    case .unspacedPair(let text): "a key's colon needs a space after it: `\(shortened(text))`"
    case .missingComma(let comma):
      "a comma is missing between `\(shortened(comma.left))` and `\(shortened(comma.right))`"
    case .strayBracket: "this bracket closes nothing; check the brackets before it"
    case .commaOutsideBrackets:
      "a comma stands outside of brackets; put [ ] around the whole list"
    case .missingDash:
      "expected '- ' before a list's entry; check the indentation of this line"
    case .misplacedDash:
      "a list's '- ' stands where only a value can; start the list on a line of its own"
    case .missingValueOrSurplusComma: "a value is missing here, or there is a comma too many"
    case .missingValue: "a value is missing here"
    case .textAfterEnd:
      "the text goes on after its end; start every key of the file in the same column"
    case .unclosedQuote: "this quote is never closed"
    case .unknownEscape:
      "there is no such escape; write \\\\ for a backslash, or use single quotes"
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
