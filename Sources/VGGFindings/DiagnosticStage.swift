/// The stages of compiling that report findings, in their order.
package enum DiagnosticStage: Sendable {
  case reading
  case resolving
  case checking
}
