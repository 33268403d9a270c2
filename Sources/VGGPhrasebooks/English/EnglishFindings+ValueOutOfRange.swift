import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ValueOutOfRange) -> FindingWords {
    switch finding {
    case .integer(let text, let subject, let bounds):
      FindingWords(
        "\(words(for: subject)) must be \(words(for: bounds)), and this is \(shortened(text))")
    case .number(let text, let subject, let bounds):
      FindingWords(
        "\(words(for: subject)) must be from \(bound(bounds.lowerBound)) to \(bound(bounds.upperBound)), and this is \(shortened(text))"
      )
    case .input(let text, let channels, let sides):
      FindingWords(
        "an input has \(words(for: channels)) channels and sides of \(words(for: sides)) pixels, and this is \(shortened(text))"
      )
    case .notation(let text, let kernel, let channels):
      FindingWords(
        "a convolution's kernel must be \(words(for: kernel)) and its channels \(words(for: channels)), and this is \(shortened(text))"
      )
    case .poolPadding(let padding, let maximum):
      FindingWords(
        "a pooling's padding must be at most half its kernel, \(maximum), and this is \(padding)")
    case .stepsOutOfOrder(let step, let earlier):
      FindingWords("steps must rise, and this one, \(step), comes after \(earlier)")
    case .boundsOutOfOrder(_, let subject):
      FindingWords("\(words(for: subject)) must have its smallest value first")
    case .entries(let count, let list, let maximum):
      FindingWords(
        "\(list) has \(grouped(count)) entries; the language allows \(grouped(maximum))")
    case .entriesOfModels(let maximum):
      FindingWords(
        "the models up to this one have more than \(grouped(maximum)) entries in all; put the others into a file of their own"
      )
    case .models(let count, let maximum):
      FindingWords(
        "the file has \(grouped(count)) models; the language allows \(grouped(maximum))")
    }
  }

  /// The range: `from 1 to 1,024`, or `at least 1` without an upper bound.
  private func words(for bounds: ClosedRange<Int>) -> String {
    bounds.upperBound == .max
      ? "at least \(grouped(bounds.lowerBound))"
      : "from \(grouped(bounds.lowerBound)) to \(grouped(bounds.upperBound))"
  }
}
