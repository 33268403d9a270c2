import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ValueOutOfRange) -> FindingWords {
    switch finding {
    case .integer(let text, let subject, let bounds):
      FindingWords(
        "\(words(for: subject)) must be \(words(for: bounds)), not \(shortened(text))")
    case .number(let text, let subject, let bounds):
      FindingWords(
        "\(words(for: subject)) must be between \(bound(bounds.lowerBound)) and "
          + "\(bound(bounds.upperBound)), not \(shortened(text))"
      )
    case .input(let text, let channels, let sides):
      FindingWords(
        "input channels must be \(words(for: channels)) and sides \(words(for: sides)) pixels, not \(shortened(text))"
      )
    case .notation(let text, let kernel, let channels):
      FindingWords(
        "a convolution's kernel must be \(words(for: kernel)) and its channels \(words(for: channels)), not \(shortened(text))"
      )
    case .poolPadding(let padding, let maximum):
      FindingWords(
        "a pooling layer's padding must be at most half its kernel, \(maximum), not \(padding)")
    case .stepsOutOfOrder(let step, let earlier):
      FindingWords("steps must increase, but \(step) comes after \(earlier)")
    case .boundsOutOfOrder(_, let subject):
      FindingWords("\(words(for: subject)) must start with its smaller value")
    case .entries(let count, let list, let maximum):
      FindingWords(
        "\(list) has \(grouped(count)) entries; the limit is \(grouped(maximum))")
    case .entriesOfModels(let maximum):
      FindingWords(
        "the models up to this one have more than \(grouped(maximum)) entries in total; move the others to a separate file"
      )
    case .models(let count, let maximum):
      FindingWords(
        "the file has \(grouped(count)) models; the limit is \(grouped(maximum))")
    }
  }

  /// The range: `between 1 and 1,024`, or `at least 1` without an upper bound.
  private func words(for bounds: ClosedRange<Int>) -> String {
    bounds.upperBound == .max
      ? "at least \(grouped(bounds.lowerBound))"
      : "between \(grouped(bounds.lowerBound)) and \(grouped(bounds.upperBound))"
  }
}
