/// The tensors of one layer of another tool's file.
struct StoredLayer: Sendable {
  /// The layer's name in the file, for messages.
  var name: String
  /// By the last part of PyTorch's names: `weight`, `running_mean`.
  var tensors: [String: StoredNumbers]
}
