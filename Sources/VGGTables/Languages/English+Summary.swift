import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup
import VGGPhrasebooks

extension English {
  package func title(of column: LayerColumn) -> String {
    switch column {
    case .name: "layer"
    case .torchvisionName: "torchvision"
    case .notation: "notation"
    case .input: "input"
    case .output: "output"
    case .parameters: "parameters"
    case .macs: "MACs"
    case .receptiveField: "RF"
    case .arithmetic: "arithmetic"
    }
  }

  package func name(of quantity: SizeQuantity) -> String {
    switch quantity {
    case .size: "size"
    case .rows: "rows"
    case .columns: "columns"
    }
  }

  package func pooled(to pool: AdaptiveAvgPool2d) -> String {
    "\(pool.height)x\(pool.width) from any size"
  }

  package var findings: any FindingPhrasebook { EnglishFindings() }

  package func heading(from input: String, to output: String, _ weightLayers: Int) -> String {
    "\(input) -> \(output), \(counted(weightLayers, "weight layer"))"
  }

  package func heading(from input: String?, stoppedBy id: DiagnosticID) -> String {
    (input.map { "\($0) -> stopped" } ?? "stopped") + " by \(id.rawValue)"
  }

  package func stopped(because reason: String) -> String { "stopped here: \(reason)" }

  package func notShown(relus: Int, activations: Int, dropouts: Int) -> String {
    let kinds = [
      relus > 0 ? counted(relus, "ReLU layer") : nil,
      activations > 0 ? counted(activations, "activation layer") : nil,
      dropouts > 0 ? counted(dropouts, "dropout layer") : nil,
    ].compactMap { $0 }
    let rest =
      relus + activations + dropouts == 1
      ? "which keeps its input's shape and learns nothing."
      : "which keep their input's shape and learn nothing."
    return "Not shown: \(listing(kinds)), \(rest)"
  }

  package func taps(_ taps: [(name: String, shape: Shape)]) -> String {
    "Outputs other than the last: \(taps.map { "\($0.name) \($0.shape)" }.joined(separator: ", "))."
  }

  package func title(of total: Total) -> String {
    switch total {
    case .weightLayers: "weight layers"
    case .parameters: "parameters"
    case .stateBytes: "weights"
    case .macs: "MACs"
    case .flattened: "FC input"
    case .receptiveField: "receptive field"
    case .activationBytes: "activations"
    case .peakActivationBytes: "peak"
    }
  }

  package func amount(ofBytes count: Int) -> String { bytes(count) }

  package func parameterBreakdown(features: Int, classifier: Int) -> String {
    "features \(grouped(features)), classifier \(grouped(classifier))"
  }

  package func macBreakdown(_ macs: Int) -> String {
    "\(abbreviated(macs)); 2 FLOPs per MAC"
  }

  package func receptiveFieldBreakdown(_ field: ReceptiveField, isPooledAfter: Bool) -> String {
    "pixels; jump \(grouped(field.jump)), padding \(grouped(field.padding)); last feature map"
      + (isPooledAfter ? " before avgpool" : "")
  }

  package func meaning(of convention: Convention) -> String {
    switch convention {
    case .macs:
      """
      One MAC is one multiply and one add. Biases, ReLU, pooling and normalisation are not counted. \
      Counts are for one image.
      """
    case .parameters:
      """
      Parameters are learned numbers: weights, biases, and batch norm's scales and shifts, but not \
      its running statistics.
      """
    case .receptiveField:
      """
      RF is the side, in pixels, of the part of the image that one value depends on; - if that is \
      the whole image, or differs from value to value.
      """
    case .activations:
      """
      Sizes in bytes are for float32 values and one image. Activations are the outputs of all layers \
      that do not work in place.
      """
    case .peak:
      """
      The peak is the size of the two buffers that layers read from and write to if each layer runs \
      separately.
      """
    case .taps:
      """
      The values of taps are kept until the end, which adds them to the peak. A layer right after a tap \
      does not work in place.
      """
    }
  }
}
