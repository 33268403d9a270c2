import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  private static let namedCharacters = 3

  package func words(for finding: Lookalike) -> FindingWords {
    let names = finding.characters.prefix(Self.namedCharacters).map {
      "U+\(hexadecimal($0.code, digits: 4)) \($0.name)"
    }
    let more = finding.characters.count - names.count
    let list = names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    guard let only = finding.characters.first, finding.characters.count == 1 else {
      return FindingWords(
        "`\(shortened(finding.found))` looks like `\(shortened(finding.meant))`, but contains \(list)"
      )
    }
    let meant = finding.meant.allSatisfy { $0 == " " } ? "a space" : "`\(shortened(finding.meant))`"
    return FindingWords(
      "this looks like \(meant), but contains U+\(hexadecimal(only.code, digits: 4)) \(only.name)")
  }
}
