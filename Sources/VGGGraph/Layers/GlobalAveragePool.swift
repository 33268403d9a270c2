/// The mean of each channel, as a map of 1 x 1 (`torch.nn.AdaptiveAvgPool2d(1)`, ONNX
/// `GlobalAveragePool`).
package struct GlobalAveragePool: Hashable, Sendable {
  package init() {}
}

extension GlobalAveragePool: GlobalPoolOperation {
  package static let name = "global_average_pool"

  package var kind: LayerKind { .globalAveragePool(self) }

  package var notation: String { "global-avgpool" }
}
