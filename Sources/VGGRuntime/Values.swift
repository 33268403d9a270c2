/// An array of `count` values, all of which `fill` writes.
func newValues(_ count: Int, filledBy fill: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
    if let base = buffer.baseAddress { fill(base) }
    initialized = count
  }
}

/// Calls `change` with the values' memory, which is copied first if something else also holds it.
func changeValues(_ values: inout [Float], _ change: (UnsafeMutablePointer<Float>) -> Void) {
  values.withUnsafeMutableBufferPointer { buffer in
    if let base = buffer.baseAddress { change(base) }
  }
}
