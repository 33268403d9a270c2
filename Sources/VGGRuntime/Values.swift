/// `count` values that `fill` writes, every one of them.
func newValues(_ count: Int, filledBy fill: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
    if let base = buffer.baseAddress { fill(base) }
    initialized = count
  }
}

/// Calls `change` with the values' memory, which is copied first when something else holds it too.
func changeValues(_ values: inout [Float], _ change: (UnsafeMutablePointer<Float>) -> Void) {
  values.withUnsafeMutableBufferPointer { buffer in
    if let base = buffer.baseAddress { change(base) }
  }
}
