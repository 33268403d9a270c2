/// The largest value of each channel, as a map of 1 x 1 (`torch.nn.AdaptiveMaxPool2d(1)`, ONNX `GlobalMaxPool`).
package struct GlobalMaxPool: Hashable, Sendable {
  package init() {}
}

extension GlobalMaxPool: GlobalPoolOperation {
  package static let name = "global_max_pool"

  package var kind: LayerKind { .globalMaxPool(self) }

  package var notation: String { "global-maxpool" }
}
