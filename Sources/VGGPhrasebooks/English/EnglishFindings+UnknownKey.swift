import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnknownKey) -> FindingWords {
    let message = "unknown key `\(shortened(finding.key))` in \(words(for: finding.section))"
    switch finding.hint {
    case .keys(let keys):
      return FindingWords(
        message, notes: [Note("valid keys: \(keys.joined(separator: ", "))")])
    case .meant(let other): return FindingWords(message, label: didYouMean(other))
    case .given(let other):
      return FindingWords(message, label: "`\(other)` is already set")
    case .severalLists(let other):
      return FindingWords(
        "`\(shortened(finding.key))` has several named lists; they belong under `\(other)`",
        label: didYouMean(other))
    case .belongsUnder(let section, let name, let isThere, _):
      return FindingWords(
        name == finding.key
          ? "\(message); it belongs under `\(section)`"
          : "\(message); it is `\(name)` under `\(section)`",
        label: isThere
          ? "indent it under `\(section):`" : "write it under `\(section):`, indented")
    }
  }
}
