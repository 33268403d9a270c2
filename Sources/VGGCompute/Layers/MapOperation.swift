/// A layer that turns feature maps into others, with all its numbers except the maps' shapes.
package protocol MapOperation: Sendable {
  /// Computes `output` from `input`.
  func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor)
}

/// A layer from maps to maps of the same shape, whose output may be the input's memory.
package protocol InPlaceOperation: MapOperation {}

/// A layer that turns each value into another by itself, in maps and in vectors.
package protocol ElementwiseOperation: InPlaceOperation {
  /// Computes `count` plain values; `output` may be `input`.
  func run(
    on team: Team, count: Int, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>)
}
