import VGGSpec

/// The data between two layers: a feature map, or a vector once it has been flattened.
package enum Shape: Hashable, Sendable {
  case map(MapShape)
  case vector(Int)

  /// The shape as in JSON and PyTorch, without the batch axis: `[64, 224, 224]` or `[4096]`.
  package var dimensions: [Int] {
    switch self {
    case .map(let map): [map.channels, map.height, map.width]
    case .vector(let count): [count]
    }
  }

  /// The channels of a map, or the values of a vector: the number that determines a layer's weights.
  package var inputs: Int {
    switch self {
    case .map(let map): map.channels
    case .vector(let count): count
    }
  }

  /// The number of its values; `nil` if it does not fit 64 bits.
  package var checkedElementCount: Int? {
    switch self {
    case .map(let map): checkedProduct(map.channels, map.height, map.width)
    case .vector(let count): count
    }
  }

  /// The number of its values in a checked network, where the product fits.
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
