import VGGGraphJSON
import VGGSpec

/// The value of a ``Total``.
package enum TotalValue: Hashable, Sendable {
  case count(Int)
  /// A size whose height and width differ.
  case rectangle(Sides)

  init(_ sides: Sides) {
    self = sides.isSquare ? .count(sides.height) : .rectangle(sides)
  }

  /// The number, if the value is a single number.
  package var count: Int? {
    if case .count(let count) = self { count } else { nil }
  }
}

/// Encodes a number, or `[height, width]`.
extension TotalValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .count(let count): try container.encode(count)
    case .rectangle(let sides): try container.encode(sides)
    }
  }
}
