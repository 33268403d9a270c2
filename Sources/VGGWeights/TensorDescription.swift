/// A tensor's name, type and extents, without its values.
public struct TensorDescription: Hashable, Sendable {
  /// torchvision's name: `features.0.weight`.
  public let name: String
  /// How each number is stored.
  public let type: ElementType
  /// The extents, outermost first; empty for a single number.
  public let shape: [Int]

  /// A tensor of the given name, type and extents.
  public init(name: String, type: ElementType = .float32, shape: [Int]) {
    self.name = name
    self.type = type
    self.shape = shape
  }

  /// The number of elements; `nil` when an extent is negative or the product does not fit 64 bits.
  public var elementCount: Int? {
    var count = 1
    for extent in shape {
      guard extent >= 0 else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      count = product
    }
    return count
  }

  /// The bytes that all elements take; `nil` as for `elementCount`.
  public var byteCount: Int? {
    guard let (count, overflow) = elementCount?.multipliedReportingOverflow(by: type.byteCount)
    else { return nil }
    return overflow ? nil : count
  }
}
