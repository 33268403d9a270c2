import VGGFindings
import VGGGraph

/// What the tables of one network say, its layers' and its totals'.
package protocol SummaryPhrases {
  func title(of column: LayerColumn) -> String
  /// Before a formula of an output's size.
  func name(of quantity: SizeQuantity) -> String
  /// How an adaptive pooling's output comes about.
  func pooled(to pool: AdaptiveAvgPool2d) -> String
  /// The language's words for findings.
  var findings: any FindingPhrasebook { get }
  /// The shapes of a network and its number of weight layers, after its name.
  func heading(from input: String, to output: String, _ weightLayers: Int) -> String
  /// - Parameter input: `nil` where it is what is wrong.
  func heading(from input: String?, stoppedBy id: DiagnosticID) -> String
  func stopped(because reason: String) -> String
  /// Which layers the table leaves out, one or more.
  ///
  /// - Parameter activations: Other activations than ReLU.
  func notShown(relus: Int, activations: Int, dropouts: Int) -> String

  /// The outputs besides the last, one or more, with their shapes.
  func taps(_ taps: [(name: String, shape: Shape)]) -> String

  func title(of total: Total) -> String
  func amount(ofBytes count: Int) -> String
  /// How each total is made up.
  func parameterBreakdown(features: Int, classifier: Int) -> String
  func macBreakdown(_ macs: Int) -> String
  /// - Parameter isPooledAfter: An adaptive pool makes another map of the one whose values are meant.
  func receptiveFieldBreakdown(_ field: ReceptiveField, isPooledAfter: Bool) -> String

  func meaning(of convention: Convention) -> String
}
