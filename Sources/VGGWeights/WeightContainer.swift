/// The kinds of files that weights come in.
public enum WeightContainer: String, Hashable, Sendable, CaseIterable {
  case safetensors

  /// What the first bytes of a file say that it is, whatever its name ends in.
  ///
  /// Files without a mark of their own are taken for safetensors, whose reader says what is wrong
  /// with them.
  init(_ bytes: UnsafeRawBufferPointer) {
    self = .safetensors
  }
}
