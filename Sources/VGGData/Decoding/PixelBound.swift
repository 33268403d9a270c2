import VGGDiagnostics
import VGGFiles
import VGGRuntime

/// The limit on a picture's pixels, checked before memory is allocated: a file of few bytes may claim very
/// many.
struct PixelBound {
  let mostPixels: Int
  /// The size of the file, for the message.
  let fileSize: Int

  /// The largest limit that the user can set.
  private static let largest = 1 << 40

  init(_ mostPixels: Int, fileSize: Int) {
    self.mostPixels = mostPixels
    self.fileSize = fileSize
  }

  /// The reason why a picture of this size is not decoded; `nil` if it may be.
  ///
  /// - Parameter mostPixelsPerByte: the most pixels that a byte of a complete file can hold, if the format
  ///   has a bound.
  func refusal(width: Int, height: Int, mostPixelsPerByte: Int? = nil) -> String? {
    let size = "\(width) x \(height)"
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow else { return "\(size) pixels exceed the limit for a photo" }
    guard area <= mostPixels else {
      let bound =
        "\(size) = \(grouped(area)) pixels exceed the limit of \(grouped(mostPixels)) for a photo"
      return area <= Self.largest ? "\(bound); use `--most-pixels \(area)` to allow it" : bound
    }
    if let each = mostPixelsPerByte,
      area > each.multipliedReportingOverflow(by: fileSize).partialValue
    {
      return "\(fileSize) bytes cannot hold \(size) pixels: \(cutOff)"
    }
    do {
      // The decoder's pixels, and the copy that is returned: three bytes each.
      try MemoryLimit.check(6 * Double(area))
      return nil
    } catch {
      return "its pixels need \(error.needed) MiB of memory, but \(error.reason)"
    }
  }
}

/// The error for a file whose last part is missing.
let cutOff = "the file ends before its picture does"
