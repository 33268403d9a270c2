import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup
import VGGPhrasebooks

/// The output of `vggc weights check`: the comparison of a file's tensors with each of a
/// configuration's models.
package struct WeightFitReport: Sendable {
  /// The weight file's name.
  package let file: String
  /// One per model.
  package let fits: [WeightFit]

  package init(file: String, fits: [WeightFit]) {
    self.file = file
    self.fits = fits
  }

  // MARK: - For people

  /// A verdict on each model, the likely reasons, and a table of the tensors that differ.
  package func text(width: Int, style: TerminalStyle, in language: Language = .english) -> String {
    fits.map { text(of: $0, width: width, style: style, in: language) }.joined(separator: "\n")
  }

  private func text(
    of fit: WeightFit, width: Int, style: TerminalStyle, in language: Language
  ) -> String {
    let phrases = language.weightFitPhrases
    var lines = wrap(printable(verdict(on: fit, phrases)), width: width, indent: "  ").map(
      style.bold)
    lines += fit.reasons.flatMap { reason in
      wrap(printable(language.findings.words(for: reason)), width: width - 2, indent: "  ").map {
        "  " + $0
      }
    }
    let rows = rows(of: fit, phrases)
    if !rows.isEmpty {
      lines += [""] + TextTable(columns(phrases), rows: rows).lines(width: width, style: style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func columns(_ phrases: any WeightFitPhrasebook) -> [TextTable.Column] {
    phrases.weightFitTexts.columns.enumerated().map { index, title in
      index == 1 ? .init(title: title, sacrifice: 0) : .init(title: title)
    }
  }

  private func verdict(on fit: WeightFit, _ phrases: any WeightFitPhrasebook) -> String {
    let all = fit.graph.stateTensors.count
    guard !fit.fits else { return phrases.fits(file, fit.graph.name, tensors: all) }
    return phrases.doesNotFit(
      file, fit.graph.name, tensors: all, missing: fit.missingCount,
      other: fit.mismatches.count - fit.missingCount)
  }

  private func rows(of fit: WeightFit, _ phrases: any WeightFitPhrasebook) -> [TextTable.Row] {
    let texts = phrases.weightFitTexts
    let mismatches = fit.mismatches.map { mismatch in
      TextTable.Row.cells([
        mismatch.tensor.name, mismatch.paperName, phrases.dimensions(mismatch.tensor.shape),
        mismatch.found.map { found in
          found.shape == mismatch.tensor.shape
            ? phrases.noWeights(found.type.rawValue) : phrases.dimensions(found.shape)
        } ?? texts.missing,
      ])
    }
    return mismatches
      + fit.extras.map {
        .cells([printable($0.name), "", texts.notRead, phrases.dimensions($0.shape)])
      }
  }

  // MARK: - For programs

  /// `{"format_version", "file", "models": [{"model", "fits", "reasons", "missing", "mismatched", "extra"}]}`
  /// (`Docs/Weights.md`).
  package func json() throws -> String {
    try documentText(.weightsCheck, Document(file: file, models: fits.map(ModelEntry.init)))
  }
}

private struct Document: Encodable {
  let file: String
  let models: [ModelEntry]
}

private struct ModelEntry: Encodable {
  let model: String
  let fits: Bool
  let reasons: [ReasonEntry]
  let missing: [TensorEntry]
  let mismatched: [TensorEntry]
  let extra: [TensorEntry]

  init(_ fit: WeightFit) {
    model = fit.graph.name
    fits = fit.fits
    reasons = fit.reasons.map {
      ReasonEntry(code: $0.code, message: EnglishFindings().words(for: $0))
    }
    missing = fit.mismatches.filter { $0.found == nil }.map(TensorEntry.init)
    mismatched = fit.mismatches.filter { $0.found != nil }.map(TensorEntry.init)
    extra = fit.extras.map {
      TensorEntry(name: $0.name, network: nil, file: $0.shape, type: $0.type.rawValue)
    }
  }
}

private struct ReasonEntry: Encodable {
  let code: String
  let message: String
}

/// A tensor, with its shape in the network and in the file, if they have it.
private struct TensorEntry: Encodable {
  let name: String
  var layer: String?
  let network: [Int]?
  let file: [Int]?
  let type: String?
}

extension TensorEntry {
  init(_ mismatch: WeightMismatch) {
    self.init(
      name: mismatch.tensor.name, layer: mismatch.paperName, network: mismatch.tensor.shape,
      file: mismatch.found?.shape, type: mismatch.found?.type.rawValue)
  }
}
