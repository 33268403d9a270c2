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
