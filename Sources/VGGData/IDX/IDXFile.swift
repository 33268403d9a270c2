import VGGFiles

/// A file in MNIST's format: bytes in some dimensions, such as 60,000 x 28 x 28 samples or 60,000
/// labels; optionally compressed with gzip.
package struct IDXFile: Hashable, Sendable {
  package let path: String
  /// The number of items first.
  package let dimensions: [Int]
  package let values: [UInt8]

  private static let largest = 1 << 30

  /// - Throws: ``IDXError`` that describes the defect.
  package init(path: String) throws(IDXError) {
    let bytes: [UInt8]
    do {
      bytes = try BoundedFileReader(limit: Self.largest).read(path)
    } catch {
      throw IDXError(path, .unreadable(error.cause))
    }
    try self.init(bytes, path: path)
  }

  /// - Parameter path: the path for messages, and for matching pictures with their labels.
  package init(_ bytes: [UInt8], path: String) throws(IDXError) {
    var bytes = bytes
    if bytes.starts(with: [0x1f, 0x8b]) {
      do throws(Deflate.Failure) {
        bytes = try Deflate.expanded(gzip: bytes, limit: Self.largest)
      } catch {
        throw IDXError(path, .compression(error.reason))
      }
    }
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else {
      throw IDXError(path, .noIDX)
    }
    guard bytes[2] == 0x08 else {
      throw IDXError(path, .valueType(bytes[2]))
    }
    let count = Int(bytes[3])
    guard count >= 1, bytes.count >= 4 + 4 * count else {
      throw IDXError(path, .shortHeader(byteCount: 4 + 4 * count))
    }
    let dimensions = (0..<count).map { index in
      bytes[4 + 4 * index..<8 + 4 * index].reduce(0) { $0 << 8 | Int($1) }
    }
    let (present, expected) = (bytes.count - 4 - 4 * count, product(dimensions))
    guard let expected, expected == present else {
      throw IDXError(path, .otherSize(byteCount: present, dimensions: dimensions))
    }
    self.path = path
    self.dimensions = dimensions
    values = Array(bytes[(4 + 4 * count)...])
  }
}

/// The product, or `nil` if it overflows.
private func product(_ numbers: [Int]) -> Int? {
  var result = 1
  for number in numbers {
    let (next, overflow) = result.multipliedReportingOverflow(by: number)
    if overflow { return nil }
    result = next
  }
  return result
}
