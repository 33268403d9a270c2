/// The order of the bytes of a pixel in memory, one byte per sample.
public enum PixelLayout: Hashable, Sendable, CaseIterable {
  /// One sample per pixel.
  case grey
  /// Red, green, blue.
  case rgb
  /// Blue, green, red.
  case bgr
  /// Red, green, blue and an ignored byte, such as alpha.
  case rgba
  /// Blue, green, red and an ignored byte: the usual order of cameras and screens.
  case bgra
  /// An ignored byte, then red, green, blue.
  case argb
}

extension PixelLayout {
  /// The bytes of a pixel.
  var bytesPerPixel: Int {
    switch self {
    case .grey: 1
    case .rgb, .bgr: 3
    case .rgba, .bgra, .argb: 4
    }
  }

  /// The position of each sample within a pixel: grey, or red, green and blue.
  var samples: [Int] {
    switch self {
    case .grey: [0]
    case .rgb, .rgba: [0, 1, 2]
    case .bgr, .bgra: [2, 1, 0]
    case .argb: [1, 2, 3]
    }
  }

  /// The bytes from the first pixel of a picture to its last.
  ///
  /// - Parameter bytesPerRow: The distance from one row to the next; `nil` if rows follow each other without a gap.
  /// - Throws: `InputError` when a size is less than 1 or too large, or rows are shorter than their pixels.
  func byteCount(width: Int, height: Int, bytesPerRow: Int?) throws(InputError) -> Int {
    guard min(width, height) >= 1, max(width, height) <= Int(Int32.max) else {
      throw InputError(
        .malformed,
        "a picture's sides must be between 1 and \(Int32.max) pixels, not \(width) x \(height)")
    }
    let row = width * bytesPerPixel
    let step = bytesPerRow ?? row
    guard step >= row else {
      throw InputError(
        .malformed,
        "a row of \(width) pixels takes \(row) bytes, but bytesPerRow is \(step)")
    }
    let (before, overflow) = step.multipliedReportingOverflow(by: height - 1)
    guard !overflow, before <= Int.max - row else {
      throw InputError(.malformed, "\(width) x \(height) pixels do not fit in memory")
    }
    return before + row
  }
}
