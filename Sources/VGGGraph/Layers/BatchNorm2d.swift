/// Batch normalisation of each channel of a map, epsilon 1e-5; the shape stays
/// (`torch.nn.BatchNorm2d`).
package struct BatchNorm2d: Hashable, Sendable {
  package let channels: Int

  package init(channels: Int) {
    self.channels = channels
  }

  /// A scale and a shift a channel; the running mean and variance are not learned and do not count.
  package var parameterCount: Int? { checkedProduct(2, channels) }
}
