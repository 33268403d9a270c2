import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGWeights

/// Compares a file's tensors with those that a network reads.
///
/// A file of another network is a single mistake, so it gets one diagnostic: at the first layer
/// that does not fit, with the likely reasons and the other layers in notes.
///
/// - Parameter file: The weight file's name, for the message.
/// - Returns: `nil` if every tensor of the network is in the file with its shape.
package func checkWeights(
  _ tensors: [TensorDescription], of file: String, fit graph: ModelGraph
) -> Diagnostic? {
  diagnostic(on: WeightFit(tensors, of: file, for: graph))
}

/// The same for a file whose names have been read.
package func checkWeights(
  _ names: WeightNames, of file: String, fit graph: ModelGraph
) -> Diagnostic? {
  diagnostic(on: WeightFit(names, of: file, for: graph))
}

private func diagnostic(on fit: WeightFit) -> Diagnostic? {
  fit.fits ? nil : .weightsMismatch(fit)
}

extension Diagnostic {
  private static let listedMismatches = 5

  fileprivate static func weightsMismatch(_ fit: WeightFit) -> Diagnostic {
    let (first, others) = (fit.mismatches[0], fit.mismatches.dropFirst())
    let listed = others.prefix(listedMismatches)
    return Diagnostic(
      WeightsMismatch(
        of: fit.file, first: first.asFound,
        others: listed.map { Spanned($0.asFound, at: $0.layer.range) },
        omitted: others.count - listed.count, reasons: fit.reasons),
      at: first.layer.range)
  }
}
