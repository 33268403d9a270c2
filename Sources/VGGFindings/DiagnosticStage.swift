/// The stages of compiling that report something, in their order.
package enum DiagnosticStage: Sendable {
  case reading
  case resolving
  case checking
}
