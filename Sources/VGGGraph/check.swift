import VGGDiagnostics
import VGGFindings
import VGGSpec

/// What checking yields besides the model: what is wrong with it, or worth a warning.
package struct CheckOutcome: Sendable {
  package let model: CheckedModel
  package let diagnostics: [Diagnostic]
}

/// Checks a model: follows the shapes through every layer, holds what the user states against what
/// they are, and adds up the costs.
///
/// - Parameter earlier: What parsing and resolving have reported. An error among them keeps the
///   model from becoming a graph, whatever the checks find; it is not repeated in the outcome.
package func check(_ spec: ModelSpec, earlier: [Diagnostic]) -> CheckOutcome {
  var checker = GraphChecker(spec, earlier: earlier)
  return checker.run()
}
