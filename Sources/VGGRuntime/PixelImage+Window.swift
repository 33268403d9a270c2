extension PixelImage {
  /// The `height` x `width` pixels from the row `top` and the column `left` on; pixels outside
  /// the picture are black.
  package func window(top: Int, left: Int, height: Int, width: Int) -> PixelImage {
    guard top != 0 || left != 0 || height != self.height || width != self.width else { return self }
    var result = [UInt8](repeating: 0, count: height * width * channels)
    let columns = max(0, -left)..<max(max(0, -left), min(width, self.width - left))
    for row in max(0, -top)..<max(max(0, -top), min(height, self.height - top)) {
      let source = ((row + top) * self.width + columns.lowerBound + left) * channels
      let target = (row * width + columns.lowerBound) * channels
      let count = columns.count * channels
      result.withUnsafeMutableBufferPointer { result in
        samples.withUnsafeBufferPointer { samples in
          for index in 0..<count { result[target + index] = samples[source + index] }
        }
      }
    }
    return PixelImage(width: width, height: height, channels: channels, checked: result)
  }

  /// The picture with left and right exchanged.
  package var mirrored: PixelImage {
    var result = samples
    result.withUnsafeMutableBufferPointer { result in
      samples.withUnsafeBufferPointer { samples in
        for row in 0..<height {
          for column in 0..<width {
            let source = (row * width + column) * channels
            let target = (row * width + width - 1 - column) * channels
            for channel in 0..<channels { result[target + channel] = samples[source + channel] }
          }
        }
      }
    }
    return PixelImage(width: width, height: height, channels: channels, checked: result)
  }
}
