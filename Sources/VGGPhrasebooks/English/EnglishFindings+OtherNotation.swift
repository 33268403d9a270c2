import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: OtherNotation) -> FindingWords {
    switch finding {
    case .parentheses: FindingWords("a list is written in square brackets, [ ], not in parentheses")
    case .equalsSign(let key):
      FindingWords("`\(shortened(key))` is followed by a colon and a space, not by `=`")
    case .slashes: FindingWords("a comment begins with `#`, not with `//`")
    }
  }
}
