import CGdkPixbuf
import VGGRuntime

/// A loader's reports while it decodes: the size, before it allocates the pixels, and the rows that
/// it has decoded.
///
/// A class because the loader's signals carry its address; it must outlive the loader's work.
final class DecodingProgress {
  /// The reason why a picture of this size is not decoded; the loader then decodes nothing.
  private(set) var refusal: InputFault?

  private let refusing: (_ width: Int, _ height: Int) -> InputFault?
  private var height = 0
  /// The decoded rows, from the first to the last.
  private var rows: Range<Int>?

  init(refusing: @escaping (_ width: Int, _ height: Int) -> InputFault?) {
    self.refusing = refusing
  }

  /// Whether every row of the picture is decoded.
  var hasAllRows: Bool { height > 0 && rows == 0..<height }

  /// Observes `loader` from now on.
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
    refusal = refusing(width, height)
    return refusal == nil
  }

  private func add(_ decoded: Range<Int>) {
    let known = rows ?? decoded
    rows =
      min(known.lowerBound, decoded.lowerBound)..<max(known.upperBound, decoded.upperBound)
  }
}
