import VGGFindings
import VGGGraph

/// The phrases of the tables of one network: its layers and its totals.
package protocol SummaryPhrases {
  func title(of column: LayerColumn) -> String
  /// The name before the formula of an output's size.
  func name(of quantity: SizeQuantity) -> String
  /// The derivation of an adaptive pooling layer's output.
  func pooled(to pool: AdaptiveAvgPool2d) -> String
  /// The language's phrases for findings.
  var findings: any FindingPhrasebook { get }
  /// The shapes of a network and its number of weight layers, after its name.
  func heading(from input: String, to output: String, _ weightLayers: Int) -> String
  /// - Parameter input: The input's shape; `nil` if the input itself is invalid.
  func heading(from input: String?, stoppedBy id: DiagnosticID) -> String
  func stopped(because reason: String) -> String
  /// The layers that the table leaves out, one or more.
  ///
  /// - Parameter activations: The number of activations other than ReLU.
  func notShown(relus: Int, activations: Int, dropouts: Int) -> String

  /// The outputs other than the last, one or more, with their shapes.
  func taps(_ taps: [(name: String, shape: Shape)]) -> String

  func title(of total: Total) -> String
  func amount(ofBytes count: Int) -> String
  /// The parts of each total.
  func parameterBreakdown(features: Int, classifier: Int) -> String
  func macBreakdown(_ macs: Int) -> String
  /// - Parameter isPooledAfter: Whether an adaptive pooling layer follows the map whose values are meant.
  func receptiveFieldBreakdown(_ field: ReceptiveField, isPooledAfter: Bool) -> String

  func meaning(of convention: Convention) -> String
}
