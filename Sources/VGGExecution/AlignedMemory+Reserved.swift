import VGGRuntime

extension AlignedMemory {
  /// Memory of at least `byteCount` bytes.
  ///
  /// - Throws: ``UnrunnableNetwork`` when there is not that much.
  static func reserved(_ byteCount: Int) throws(UnrunnableNetwork) -> AlignedMemory {
    guard let memory = AlignedMemory(byteCount: byteCount) else {
      throw UnrunnableNetwork(description: "there is no memory for \(byteCount) bytes")
    }
    return memory
  }
}
