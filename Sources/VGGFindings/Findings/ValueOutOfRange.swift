import VGGDiagnostics

/// A number has the right type but is out of range.
package enum ValueOutOfRange: Finding {
  case integer(String, of: Subject, bounds: ClosedRange<Int>)
  case number(String, of: Subject, bounds: ClosedRange<Double>)
  case input(String, channels: ClosedRange<Int>, sides: ClosedRange<Int>)
  /// `conv3-64` with numbers that no convolution can have.
  case notation(String, kernel: ClosedRange<Int>, channels: ClosedRange<Int>)
  case poolPadding(Int, maximum: Int)
  case stepsOutOfOrder(Int, after: Int)
  /// The two bounds of a range, the larger first.
  case boundsOutOfOrder([Double], of: Subject)
  case entries(Int, of: String, maximum: Int)
  /// All models' entries together.
  case entriesOfModels(maximum: Int)
  case models(Int, maximum: Int)

  package func fixIts(at range: SourceRange) -> [FixIt] {
    guard case .boundsOutOfOrder(let bounds, _) = self else { return [] }
    let ordered = "[\(bounds.reversed().map(plain).joined(separator: ", "))]"
    return [FixIt(.write(ordered), at: range, .certain)]
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension ValueOutOfRange {
  package static let id = DiagnosticID.valueOutOfRange
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "A number is out of range",
    meaning: """
      The number is of the right kind, but no layer can have it: a probability above 1, no channels at all, a \
      pooling layer padded by more than half its kernel, which PyTorch also rejects. The upper bounds of sizes \
      (`Docs/Language.md` lists them) are far beyond any network that can run; they keep a typo from filling \
      the memory.
      """,
    repair: """
      Use a number in the range that the message names. `dropout` is a probability: half is 0.5, not 50.
      """)

  package static let example = FindingExample(
    PackageResources.value_out_of_range_yaml,
    repairs: [
      .replace("dropout: 50", with: "dropout: 0.5")
    ])
}
