/// A fully connected layer: a vector of `inputs` in, one of `outputs` out (`torch.nn.Linear`).
package struct Linear: Hashable, Sendable {
  package var inputs: Int
  package var outputs: Int
  package var bias: Bool

  package init(inputs: Int, outputs: Int, bias: Bool) {
    self.inputs = inputs
    self.outputs = outputs
    self.bias = bias
  }

  /// One weight for every pair of an input and an output.
  package var weightCount: Int? { checkedProduct(inputs, outputs) }
}

extension Linear: LayerOperation {
  package static let name = "linear"
  package static let group = LayerGroup.linear
  package static let paperName = PaperNameRule.fullyConnected

  package var kind: LayerKind { .linear(self) }

  package var notation: String { "FC-\(outputs)" }

  package func output(for input: Shape) -> Shape? { .vector(outputs) }

  package var tensors: [StateTensor] {
    [StateTensor(name: "weight", shape: [outputs, inputs])]
      + (bias ? [StateTensor(name: "bias", shape: [outputs])] : [])
  }

  /// Weights, and one bias per output: `4096 * 25088 + 4096 = 102,764,544`.
  package var parameterCount: Int? {
    guard let weightCount else { return nil }
    return bias ? checkedSum(weightCount, outputs) : weightCount
  }

  package var parameterTerms: String? {
    "\(outputs) * \(inputs)\(bias ? " + \(outputs)" : "")"
  }

  /// The multiply-adds: one for every weight.
  package func macs(for output: Shape) -> Int? { weightCount }

  package func macTerms(for output: Shape) -> String? { "\(outputs) * \(inputs)" }

  package func taking(inputs count: Int) -> Linear {
    var copy = self
    copy.inputs = count
    return copy
  }
}
