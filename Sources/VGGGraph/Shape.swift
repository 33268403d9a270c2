import VGGSpec

/// What flows between two layers: a feature map, or a vector once it has been flattened.
package enum Shape: Hashable, Sendable {
  case map(MapShape)
  case vector(Int)

  /// As JSON and PyTorch write it, without the batch axis: `[64, 224, 224]` or `[4096]`.
  package var dimensions: [Int] {
    switch self {
    case .map(let map): [map.channels, map.height, map.width]
    case .vector(let count): [count]
    }
  }

  /// How many float32 values it holds; the checker has made sure that the product fits.
  package var elementCount: Int {
    dimensions.reduce(1, *)
  }
}

extension Shape: CustomStringConvertible {
  /// `64x224x224` or `4096`.
  package var description: String {
    dimensions.map(String.init).joined(separator: "x")
  }
}
