import VGGSpec

/// A number if rows and columns have the same, otherwise `[height, width]`: `3`, `[3, 5]`.
extension Sides: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if isSquare {
      try container.encode(height)
    } else {
      try container.encode(list)
    }
  }
}
