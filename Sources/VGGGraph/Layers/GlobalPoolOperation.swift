import VGGSpec

/// A pooling layer from each channel to one value: channels x height x width to channels x 1 x 1.
package protocol GlobalPoolOperation: LayerOperation {}

extension GlobalPoolOperation {
  package static var group: LayerGroup { .pooling }
  package static var paperName: PaperNameRule { .pooling }

  package func output(for input: Shape) -> Shape? {
    guard case .map(let map) = input else { return nil }
    return .map(MapShape(channels: map.channels, height: 1, width: 1))
  }

  package func sizeFormulas(for input: Shape) -> [String] { ["1x1 from any size"] }

  /// Each value sees the whole map.
  package func receptiveFieldEffect(on input: Shape) -> ReceptiveFieldEffect { .endsIt }

  package var fixesSize: Bool { true }
}

extension GlobalPool {
  /// The layer for this kind of pooling.
  package var operation: any GlobalPoolOperation {
    switch self {
    case .maximum: GlobalMaxPool()
    case .average: GlobalAveragePool()
    }
  }
}
