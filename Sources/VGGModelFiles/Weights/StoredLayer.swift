import VGGImport

/// The tensors of one layer of another tool's file.
struct StoredLayer: Sendable {
  /// The layer's name in the file, for messages.
  var name: String
  /// The tensors, by the last part of PyTorch's names: `weight`, `running_mean`.
  var tensors: [String: StoredNumbers]

  /// Adds the weight of ones and the bias of zeros that a batch normalisation lacks in the tool's file.
  mutating func addIdentity(_ storage: WeightStorage) {
    guard case .norm(_, let hasWeight, let hasBias) = storage,
      let count = tensors["running_mean"]?.count
    else { return }
    func values(_ value: Float) -> StoredNumbers {
      StoredNumbers(shape: [count], place: .values([Float](repeating: value, count: count)))
    }
    if !hasWeight { tensors["weight"] = values(1) }
    if !hasBias { tensors["bias"] = values(0) }
  }
}
