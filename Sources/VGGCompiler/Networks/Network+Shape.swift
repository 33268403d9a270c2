import VGGFindings
import VGGGraph

extension Network {
  /// The shape of the values between two layers, without a batch axis.
  public enum Shape: Hashable, Sendable {
    /// A feature map or an image.
    case map(channels: Int, height: Int, width: Int)
    /// A vector, which a flattened map or a fully connected layer is.
    case vector(count: Int)

    /// The extents as in PyTorch: `[64, 224, 224]` or `[4096]`.
    public var dimensions: [Int] {
      switch self {
      case .map(let channels, let height, let width): [channels, height, width]
      case .vector(let count): [count]
      }
    }

    /// The number of values.
    public var elementCount: Int { dimensions.reduce(1, *) }
  }

  /// A height and a width: numbers along the rows and along the columns of a map.
  public struct Sides: Hashable, Sendable {
    /// The number along the height.
    public let height: Int
    /// The number along the width.
    public let width: Int
  }
}

extension Network.Shape: CustomStringConvertible {
  /// For example: `64x224x224` or `4096`.
  public var description: String { dimensions.map(String.init).joined(separator: "x") }
}

extension Network.Shape {
  init(_ shape: VGGGraph.Shape) {
    switch shape {
    case .map(let map):
      self = .map(channels: map.channels, height: map.height, width: map.width)
    case .vector(let count): self = .vector(count: count)
    }
  }
}

extension Network.Sides {
  init(_ sides: VGGFindings.Sides) {
    self.init(height: sides.height, width: sides.width)
  }
}
