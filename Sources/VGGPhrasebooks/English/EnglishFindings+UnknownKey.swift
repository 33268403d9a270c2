import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnknownKey) -> FindingWords {
    let message = "`\(shortened(finding.key))` is not a key of \(words(for: finding.section))"
    switch finding.hint {
    case .keys(let keys):
      return FindingWords(
        message, notes: [Note("the keys are \(keys.joined(separator: ", "))")])
    case .meant(let other): return FindingWords(message, label: didYouMean(other))
    case .given(let other):
      return FindingWords(message, label: "`\(other)` is given already")
    case .severalLists(let other):
      return FindingWords(
        "`\(shortened(finding.key))` has several lists by name; they are `\(other)`",
        label: didYouMean(other))
    case .belongsUnder(let section, let name, let isThere, _):
      return FindingWords(
        name == finding.key
          ? "\(message), but of `\(section)`" : "\(message), but `\(name)` of `\(section)`",
        label: isThere
          ? "indent it to stand under `\(section):`" : "write it under `\(section):`, indented")
    }
  }
}
