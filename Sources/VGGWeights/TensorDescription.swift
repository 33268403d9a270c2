/// A tensor's name, type and extents, without its values.
public struct TensorDescription: Hashable, Sendable {
  /// torchvision's name: `features.0.weight`.
  public let name: String
  /// The storage type of each number.
  public let type: ElementType
  /// The extents, outermost first; empty for a single number.
  public let shape: [Int]

  /// A tensor of the given name, type and extents.
  public init(name: String, type: ElementType = .float32, shape: [Int]) {
    self.name = name
    self.type = type
    self.shape = shape
  }

  /// The number of elements; `nil` if an extent is negative or the product does not fit into 64
  /// bits.
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

  /// The size of all elements in bytes; `nil` in the same cases as `elementCount`.
  public var byteCount: Int? {
    guard let (count, overflow) = elementCount?.multipliedReportingOverflow(by: type.byteCount)
    else { return nil }
    return overflow ? nil : count
  }
}
