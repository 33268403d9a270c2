import VGGDiagnostics
import VGGFindings
import VGGSpec

/// The result of checking: the model, and its errors and warnings.
package struct CheckOutcome: Sendable {
  package let model: CheckedModel
  package let diagnostics: [Diagnostic]
}

/// Checks a model: follows the shapes through every layer, compares the user's statements with
/// the results, and adds up the costs.
///
/// - Parameter earlier: The findings of parsing and resolving. An error among them keeps the
///   model from becoming a graph, whatever the checks find; it is not repeated in the outcome.
package func check(_ spec: ModelSpec, earlier: [Diagnostic]) -> CheckOutcome {
  var checker = GraphChecker(spec, earlier: earlier)
  return checker.run()
}
