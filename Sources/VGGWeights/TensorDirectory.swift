/// What a container holds: its tensors, all checked to lie within the file, and what it says about
/// itself.
struct TensorDirectory: Sendable {
  /// In the file's order.
  let tensors: [StoredTensor]
  /// Places in `tensors` by name.
  let indices: [String: Int]
  let metadata: [String: String]
  /// What the user should know of how the tensors were found.
  let remarks: [String]

  /// - Precondition: no two tensors have one name.
  init(_ tensors: [StoredTensor], metadata: [String: String] = [:], remarks: [String] = []) {
    self.tensors = tensors
    indices = Dictionary(
      uniqueKeysWithValues: tensors.enumerated().map { ($1.description.name, $0) })
    self.metadata = metadata
    self.remarks = remarks
  }
}

extension TensorDirectory {
  /// What PyTorch's DataParallel puts before every name.
  private static let prefix = "module."

  /// The same without the prefix that training on several processors leaves, where every name has
  /// it.
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
      remarks: remarks + [
        "took \(quoted(Self.prefix)) off every name, which DataParallel puts there"
      ])
  }
}
