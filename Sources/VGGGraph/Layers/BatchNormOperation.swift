/// Batch normalisation of each channel of a map or each value of a vector; the shape is unchanged.
package protocol BatchNormOperation: LayerOperation {
  /// The channels or values, each with its own mean, variance, scale and shift.
  var normalized: Int { get }
}

extension BatchNormOperation {
  package static var group: LayerGroup { .batchNormalization }
  package static var worksInPlace: Bool { true }

  package var notation: String { "batch-norm" }

  package var tensors: [StateTensor] {
    ["weight", "bias", "running_mean", "running_var"].map {
      StateTensor(name: $0, shape: [normalized])
    }
  }

  /// A scale and a shift for each; the running mean and variance are not learned and do not count.
  package var parameterCount: Int? { checkedProduct(2, normalized) }

  /// The running mean and variance for each.
  package var statisticCount: Int { 2 * normalized }

  package var parameterTerms: String? { "2 * \(normalized)" }
}
