/// A fully connected layer: a vector of `inputs` in, one of `outputs` out (`torch.nn.Linear`).
package struct Linear: Hashable, Sendable {
  package let inputs: Int
  package let outputs: Int
  package let bias: Bool

  package init(inputs: Int, outputs: Int, bias: Bool) {
    self.inputs = inputs
    self.outputs = outputs
    self.bias = bias
  }

  /// Weights, and one bias an output: `4096 * 25088 + 4096 = 102,764,544`.
  package var parameterCount: Int? {
    guard let weights = macs else { return nil }
    return bias ? checkedSum(weights, outputs) : weights
  }

  /// Multiply-adds for one image: one for every weight.
  package var macs: Int? { checkedProduct(inputs, outputs) }
}
