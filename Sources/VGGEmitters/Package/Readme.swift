import VGGDiagnostics
import VGGGraph
import VGGSpec

/// `README.md` of a generated package.
func readme(
  _ graph: ModelGraph, _ provenance: Provenance, name: String, regenerate: String
) -> String {
  """
  # \(name)

  \(graph.totals.weightLayers) weight layers, \(grouped(graph.totals.parameters)) parameters, \
  \(grouped(graph.totals.macs)) MACs. Takes images of \(graph.input) (channels, height, width).

      swift run -c release \(name) WEIGHTS INPUT

  WEIGHTS is a safetensors or .pth file with torchvision's tensor names, such as `features.0.weight`.
  INPUT is a binary PPM or PGM picture, or a `.f32` file: the network's input as raw little-endian
  float32 values. The program prints `\(graph.printedForm)`.

  \(printable(provenance.sentence)) Regenerate with:

      \(printable(regenerate))

  """
}

extension ModelGraph {
  /// A short description of a generated program's output.
  fileprivate var printedForm: String {
    let top = #""top": [{"class", "label", "probability"}]"#
    let output =
      switch outcome {
      case .scores: #""logits": […], \#(top)"#
      case .probabilities: #""probabilities": […], \#(top)"#
      case .features: #""shape": […], "features": […]"#
      }
    return "{\(output)\(taps.isEmpty ? "" : #", "taps": {name: {"shape": […], "values": […]}}"#)}"
  }
}
