import VGGDiagnostics
import VGGFindings

/// A key and its value with a colon but no space between: `classes:10`, which YAML takes for one
/// word.
package struct UnspacedPair: Sendable {
  package let key: Spanned<String>
  package let value: Spanned<Scalar>

  /// The parts of a plain word that reads as a key and its value; `nil` for any other.
  package init?(_ word: Spanned<String>) {
    let text = word.value
    // If the text was folded or escaped, offsets into it don't correspond to places.
    guard let colon = text.firstIndex(of: ":"), word.range.end - word.range.start == text.utf8.count
    else { return nil }
    let (name, rest) = (text[..<colon], text[text.index(after: colon)...])
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") }
    guard !name.isEmpty, isName, !rest.isEmpty, !rest.hasPrefix("/") else { return nil }
    let (source, start) = (word.range.source, word.range.start)
    let middle = start + name.utf8.count
    key = Spanned(String(name), at: SourceRange(source: source, start: start, end: middle))
    value = Spanned(
      Scalar(text: String(rest), isPlain: true),
      at: SourceRange(source: source, start: middle + 1, end: word.range.end))
  }

  package var range: SourceRange { key.range.extended(to: value.range) }

  /// The finding about it, with the space.
  package var finding: YAMLSyntax {
    YAMLSyntax(.unspacedPair("\(key.value): \(value.value.text)"))
  }
}
