extension SafetensorsHeader {
  /// The tensors and the metadata.
  var directory: TensorDirectory {
    TensorDirectory(
      entries.map { StoredTensor($0.tensor, at: $0.bytes.lowerBound) }, metadata: metadata)
  }
}
