extension PixelImage {
  /// A picture of a pixel buffer, such as a camera's frame or a window's contents.
  ///
  /// For example: `try PixelImage(width: 1920, height: 1080, layout: .bgra, bytesPerRow: 7680, bytes: frame)`.
  ///
  /// - Parameters:
  ///   - width: The width in pixels, at least 1.
  ///   - height: The height in pixels, at least 1.
  ///   - layout: The order of a pixel's bytes. Alpha is ignored, so transparent pixels keep the colour that is stored.
  ///   - bytesPerRow: The distance from the start of a row to the next, in bytes; `nil` if rows have no padding.
  ///   - bytes: The pixels, the top row first; bytes after the last pixel are ignored.
  /// - Throws: `InputError` when a size is less than 1, rows are shorter than their pixels, or there are too few bytes.
  public init(
    width: Int, height: Int, layout: PixelLayout, bytesPerRow: Int? = nil, bytes: [UInt8]
  ) throws(InputError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(InputError) in
      try PixelImage(
        width: width, height: height, layout: layout, bytesPerRow: bytesPerRow,
        memory: UnsafeRawBufferPointer(bytes))
    }
  }

  /// The same for bytes that stay where they are.
  init(
    width: Int, height: Int, layout: PixelLayout, bytesPerRow: Int?, memory: UnsafeRawBufferPointer
  ) throws(InputError) {
    let size = try layout.byteCount(width: width, height: height, bytesPerRow: bytesPerRow)
    guard memory.count >= size else {
      throw InputError(
        .malformed,
        "\(width) x \(height) pixels take \(size) bytes, but there are \(memory.count)")
    }
    let (pixel, places) = (layout.bytesPerPixel, layout.samples)
    let step = bytesPerRow ?? width * pixel
    var samples: [UInt8] = []
    samples.reserveCapacity(width * height * places.count)
    for row in 0..<height {
      for column in 0..<width {
        let start = row * step + column * pixel
        for place in places { samples.append(memory[start + place]) }
      }
    }
    self.init(width: width, height: height, channels: places.count, checked: samples)
  }
}
