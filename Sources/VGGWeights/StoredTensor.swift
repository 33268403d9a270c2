/// A tensor of a file, and where its elements lie.
struct StoredTensor: Sendable {
  let description: TensorDescription
  /// Where the element whose indices are all 0 starts, in bytes from the file's start.
  let offset: Int

  /// Row-major, one element after the other.
  init(_ description: TensorDescription, at offset: Int) {
    self.description = description
    self.offset = offset
  }
}
