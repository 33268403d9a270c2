/// A quantity that a configuration may limit.
package enum LimitedQuantity: String, CaseIterable, Sendable {
  case parameters
  case macs
  case activations
}
