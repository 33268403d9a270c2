import CGdkPixbuf
import VGGRuntime

extension PixelImage {
  /// The colours of a `GdkPixbuf`, its opacity left out; `nil` where it gives no pixels.
  init?(pixbuf: OpaquePointer) {
    guard let source = gdk_pixbuf_read_pixels(pixbuf) else { return nil }
    let width = Int(gdk_pixbuf_get_width(pixbuf))
    let height = Int(gdk_pixbuf_get_height(pixbuf))
    let rowStride = Int(gdk_pixbuf_get_rowstride(pixbuf))
    let pixelStride = Int(gdk_pixbuf_get_n_channels(pixbuf))
    let count = height * width * 3
    let samples = [UInt8](unsafeUninitializedCapacity: count) { samples, initialized in
      guard let target = samples.baseAddress else { return }
      for y in 0..<height {
        copyColours(
          of: width, from: source + y * rowStride, pixelStride, to: target + y * width * 3)
      }
      initialized = count
    }
    self.init(width: width, height: height, channels: 3, samples: samples)
  }
}

/// Copies a row of `width` pixels that lie `pixelStride` bytes apart.
private func copyColours(
  of width: Int, from source: UnsafePointer<UInt8>, _ pixelStride: Int,
  to target: UnsafeMutablePointer<UInt8>
) {
  guard pixelStride > 3 else { return target.update(from: source, count: width * 3) }
  for x in 0..<width {
    for channel in 0..<3 {
      target[x * 3 + channel] = source[x * pixelStride + channel]
    }
  }
}
