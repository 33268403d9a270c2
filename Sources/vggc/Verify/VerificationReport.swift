import VGGCommandLine
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup

/// The results of running one network through the backends.
struct VerificationReport {
  let model: String
  /// The shape of the image.
  let input: String
  /// The file with the weights; `nil` for weights from the seed.
  let weights: String?
  let seed: UInt64
  let tolerance: Double
  let outcomes: [BackendOutcome]
  /// The layers that the reference has values for, in the network's order, each with its notation;
  /// empty if only outputs are compared.
  let layers: [(name: String, notation: String)]

  /// Whether at least two backends answered, and none failed or exceeded the tolerance.
  var isSound: Bool {
    compared.count > 1
      && outcomes.allSatisfy { outcome in
        switch outcome.result {
        case .reference, .unavailable: true
        case .failed: false
        case .compared(let output, let layers):
          isWithin(output) && layers.values.allSatisfy(isWithin)
        }
      }
  }

  private func isWithin(_ difference: Difference) -> Bool { difference.share <= tolerance }

  /// The backends that answered.
  private var compared: [BackendOutcome] { outcomes.filter(\.result.isAnswer) }

  // MARK: - Text

  func text(
    width: Int, style: TerminalStyle, in phrases: any VerificationPhrasebook
  ) -> String {
    let source = weights.map { printable($0) } ?? phrases.seed(seed)
    var lines = ["\(printable(model)): \(phrases.subject(input: input, weights: source))"]
    let table = TextTable(
      phrases.backendColumns.map { .init(title: $0) },
      rows: outcomes.map {
        .cells([
          phrases.name(of: $0.id), $0.version ?? "-", words(for: $0.result, in: phrases),
        ])
      })
    lines += table.lines(width: width, style: style)
    if !layers.isEmpty {
      lines += [""] + layerTable(in: phrases).lines(width: width, style: style)
    }
    lines.append(
      compared.count > 1
        ? phrases.verdict(isSound: isSound, tolerance: plain(tolerance))
        : phrases.nothingToCompare)
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(
    for result: BackendOutcome.Result, in phrases: any VerificationPhrasebook
  ) -> String {
    switch result {
    case .reference: phrases.reference
    case .unavailable(let fault): phrases.notInstalled(printable(phrases.words(for: fault)))
    case .failed(let fault): phrases.failed(printable(phrases.words(for: fault)))
    case .compared(let output, let layers):
      layers.values.max().map {
        phrases.differences(
          words(for: output, in: phrases), layersUpTo: words(for: $0, in: phrases))
      } ?? words(for: output, in: phrases)
    }
  }

  private func words(
    for difference: Difference, in phrases: any VerificationPhrasebook
  ) -> String {
    difference.digits ?? phrases.notFinite
  }

  private func layerTable(in phrases: any VerificationPhrasebook) -> TextTable {
    let others = outcomes.filter { !$0.layers.isEmpty }
    return TextTable(
      phrases.layerColumns.map { .init(title: $0) }
        + others.map { .init(title: phrases.name(of: $0.id), alignment: .right) },
      rows: layers.map { layer in
        .cells(
          [layer.name, layer.notation]
            + others.map { $0.layers[layer.name].map { words(for: $0, in: phrases) } ?? "-" })
      })
  }

  // MARK: - JSON

  var document: VerificationDocument {
    VerificationDocument(
      model: model, tolerance: tolerance, sound: isSound,
      backends: outcomes.map { outcome in
        var backend = VerificationDocument.Backend(id: outcome.id.rawValue)
        backend.version = outcome.version
        switch outcome.result {
        case .reference: backend.status = "reference"
        case .unavailable(let fault):
          (backend.status, backend.reason) = ("not_installed", fault.reason)
        case .failed(let fault): (backend.status, backend.reason) = ("failed", fault.reason)
        case .compared(let output, _):
          backend.status = "compared"
          backend.difference = finite(output)
          backend.layers = outcome.layers.compactMapValues(finite)
        }
        return backend
      })
  }

  /// `nil` for numbers that are not finite, which JSON cannot represent.
  private func finite(_ difference: Difference) -> Double? {
    difference.share.isFinite ? difference.share : nil
  }
}

/// The result of one backend.
struct BackendOutcome {
  enum Result {
    /// The first to answer.
    case reference
    case compared(output: Difference, layers: [String: Difference])
    case unavailable(BackendFault)
    case failed(BackendFault)

    var isAnswer: Bool {
      switch self {
      case .reference, .compared: true
      case .unavailable, .failed: false
      }
    }
  }

  let id: BackendID
  var version: String?
  let result: Result

  /// The differences of layers.
  var layers: [String: Difference] {
    if case .compared(_, let layers) = result { layers } else { [:] }
  }
}

/// The JSON of a ``VerificationReport``.
struct VerificationDocument: Encodable {
  let model: String
  let tolerance: Double
  let sound: Bool
  let backends: [Backend]

  struct Backend: Encodable {
    let id: String
    var status = ""
    var version: String?
    var reason: String?
    /// `null` if a value is not finite.
    var difference: Double?
    var layers: [String: Double] = [:]
  }
}
