/// The sum of the products of `count` pairs.
///
/// Sixteen sums are kept apart until the end, so that no addition waits for the one before it; this
/// also keeps the rounding error small.
func dotProduct(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int) -> Float {
  var sums = SIMD16<Float>.zero
  let (first, second) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
  let whole = count & ~15
  for index in stride(from: 0, to: whole, by: 16) {
    sums +=
      first.loadUnaligned(fromByteOffset: index &* 4, as: SIMD16<Float>.self)
      * second.loadUnaligned(fromByteOffset: index &* 4, as: SIMD16<Float>.self)
  }
  var sum = sums.sum()
  for index in whole..<count {
    sum += left[index] * right[index]
  }
  return sum
}
