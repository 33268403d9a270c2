import CGdkPixbuf
import VGGFiles

/// What a loader tells while it decodes: the size before it asks for the pixels' memory, and the
/// rows that it has decoded.
///
/// A class, since the loader's signals carry its address; it must outlive the loader's work.
final class DecodingProgress {
  /// The picture's size when that is more than the pixels allowed; the loader then decodes nothing.
  private(set) var refusedSize: (width: Int, height: Int)?
  /// Why there is no memory for the picture; the loader then decodes nothing.
  private(set) var shortage: MemoryShortage?

  private let mostPixels: Int
  private var height = 0
  /// From the first to the last row decoded; rows come from above or, in BMP files, from below.
  private var rows: Range<Int>?

  init(mostPixels: Int) {
    self.mostPixels = mostPixels
  }

  /// Whether every row of the picture is decoded.
  var hasAllRows: Bool { height > 0 && rows == 0..<height }

  /// Follows what `loader` does from now on.
  func observe(_ loader: UnsafeMutablePointer<GdkPixbufLoader>) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    pixbuf_loader_on_size_prepared(
      loader,
      { loader, width, height, context in
        guard let progress = DecodingProgress.from(context) else { return }
        if !progress.accepts(width: Int(width), height: Int(height)) {
          gdk_pixbuf_loader_set_size(loader, 0, 0)
        }
      }, context)
    pixbuf_loader_on_area_updated(
      loader,
      { _, _, y, _, height, context in
        DecodingProgress.from(context)?.add(Int(y)..<Int(y) + Int(height))
      }, context)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> DecodingProgress? {
    context.map { Unmanaged<DecodingProgress>.fromOpaque($0).takeUnretainedValue() }
  }

  private func accepts(width: Int, height: Int) -> Bool {
    self.height = height
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, area <= mostPixels else {
      refusedSize = (width, height)
      return false
    }
    do {
      // The decoder's pixels, and the copy that is returned: three bytes each.
      try MemoryLimit.check(6 * Double(area))
      return true
    } catch {
      shortage = error
      return false
    }
  }

  private func add(_ decoded: Range<Int>) {
    let known = rows ?? decoded
    rows =
      min(known.lowerBound, decoded.lowerBound)..<max(known.upperBound, decoded.upperBound)
  }
}
