/// The content of a container: its tensors, all checked to be within the file, and its metadata.
struct TensorDirectory: Sendable {
  /// In the file's order.
  let tensors: [StoredTensor]
  /// Indices of `tensors`, by name.
  let indices: [String: Int]
  let metadata: [String: String]
  /// Remarks for the user about how the tensors were found.
  let remarks: [WeightRemark]

  /// - Precondition: no two tensors have the same name.
  init(
    _ tensors: [StoredTensor], metadata: [String: String] = [:], remarks: [WeightRemark] = []
  ) {
    self.tensors = tensors
    indices = Dictionary(
      uniqueKeysWithValues: tensors.enumerated().map { ($1.description.name, $0) })
    self.metadata = metadata
    self.remarks = remarks
  }
}

extension TensorDirectory {
  /// The prefix that PyTorch's DataParallel adds to every name.
  private static let prefix = "module."

  /// The same without the prefix that training on several processors adds, if every name has it.
  func withoutPrefix() -> TensorDirectory {
    let prefix = Self.prefix.utf8
    let isPrefixed = tensors.allSatisfy {
      let name = $0.description.name.utf8
      return name.starts(with: prefix) && name.count > prefix.count
    }
    guard isPrefixed, !tensors.isEmpty else { return self }
    return TensorDirectory(
      tensors.map {
        $0.renamed(
          String(decoding: $0.description.name.utf8.dropFirst(prefix.count), as: UTF8.self))
      },
      metadata: metadata,
      remarks: remarks + [.withoutParallelPrefix(Self.prefix)])
  }
}
