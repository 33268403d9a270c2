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
  func refusal(width: Int, height: Int, mostPixelsPerByte: Int? = nil) -> InputFault? {
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, area <= mostPixels else {
      return .overLimit(limit(width: width, height: height, area: overflow ? nil : area))
    }
    if let each = mostPixelsPerByte,
      area > each.multipliedReportingOverflow(by: fileSize).partialValue
    {
      return .tooManyPixels(width: width, height: height, byteCount: fileSize)
    }
    do {
      // The decoder's pixels, and the copy that is returned: three bytes each.
      try MemoryLimit.check(6 * Double(area))
      return nil
    } catch {
      return .shortage(error)
    }
  }

  private func limit(width: Int, height: Int, area: Int?) -> InputFault.PixelLimit {
    let canBeRaised = area.map { $0 <= Self.largest } ?? false
    let advice = canBeRaised ? area.map { "; use `--most-pixels \($0)` to allow it" } ?? "" : ""
    let excess =
      area.map { " = \(grouped($0)) pixels exceed the limit of \(grouped(mostPixels)) for a photo" }
      ?? " pixels exceed the limit for a photo"
    return InputFault.PixelLimit(
      width: width, height: height, area: area, limit: mostPixels, canBeRaised: canBeRaised,
      inEnglish: "\(width) x \(height)\(excess)\(advice)")
  }
}
