import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup
import VGGPhrasebooks

/// What `vggc weights check` prints of how a file's tensors stand to each of a configuration's
/// models.
package struct WeightFitReport: Sendable {
  /// The weight file's name.
  package let file: String
  /// One a model.
  package let fits: [WeightFit]

  package init(file: String, fits: [WeightFit]) {
    self.file = file
    self.fits = fits
  }

  // MARK: - For people

  /// A verdict on each model, the likely reasons, and a table of the tensors that differ.
  package func text(width: Int, style: TerminalStyle) -> String {
    fits.map { text(of: $0, width: width, style: style) }.joined(separator: "\n")
  }

  private func text(of fit: WeightFit, width: Int, style: TerminalStyle) -> String {
    var lines = wrap(printable(verdict(on: fit)), width: width, indent: "  ").map(style.bold)
    lines += fit.reasons.flatMap { reason in
      wrap(printable(EnglishFindings().words(for: reason)), width: width - 2, indent: "  ").map {
        "  " + $0
      }
    }
    let rows = rows(of: fit)
    if !rows.isEmpty {
      lines += [""] + TextTable(Self.columns, rows: rows).lines(width: width, style: style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let columns = [
    TextTable.Column(title: "tensor"), TextTable.Column(title: "layer", sacrifice: 0),
    TextTable.Column(title: "network"), TextTable.Column(title: "file"),
  ]

  private func verdict(on fit: WeightFit) -> String {
    let all = fit.graph.stateTensors.count
    guard !fit.fits else { return "\(file) fits \(fit.graph.name): all \(counted(all, "tensor"))" }
    let (missing, other) = (fit.missingCount, fit.mismatches.count - fit.missingCount)
    let parts = [
      missing > 0 ? "\(grouped(missing)) \(missing == 1 ? "is" : "are") missing" : nil,
      other > 0
        ? "\(grouped(other)) \(other == 1 ? "has" : "have") another shape or type" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    return "\(file) does not fit \(fit.graph.name): of \(counted(all, "tensor")) \(parts)"
  }

  private func rows(of fit: WeightFit) -> [TextTable.Row] {
    let mismatches = fit.mismatches.map { mismatch in
      TextTable.Row.cells([
        mismatch.tensor.name, mismatch.paperName, dimensions(mismatch.tensor.shape),
        mismatch.found.map { found in
          found.shape == mismatch.tensor.shape
            ? "\(found.type.rawValue), no weights' type" : dimensions(found.shape)
        } ?? "missing",
      ])
    }
    return mismatches
      + fit.extras.map { .cells([printable($0.name), "", "not read", dimensions($0.shape)]) }
  }

  // MARK: - For programs

  /// `{"file", "models": [{"model", "fits", "reasons", "missing", "mismatched", "extra"}]}`
  /// (`Docs/Weights.md`).
  package func json() throws -> String {
    try jsonText(Document(file: file, models: fits.map(ModelEntry.init)))
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

/// A tensor, with its shape in the network and in the file, where they have it.
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
