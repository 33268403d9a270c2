import CGdkPixbuf
import VGGRuntime

/// The colours of a decoded picture and their opacity.
struct DecodedPicture {
  let width: Int
  let height: Int
  /// Three values for each pixel, the top row first.
  var colours: [UInt8]
  /// One for each pixel; empty if all are opaque, or if they are not kept.
  let opacities: [UInt8]

  /// The colours alone.
  var image: PixelImage {
    PixelImage(width: width, height: height, channels: 3, checked: colours)
  }

  /// The pixels of a `GdkPixbuf`; `nil` if it has none.
  init?(pixbuf: OpaquePointer, keepsOpacity: Bool) {
    guard let source = gdk_pixbuf_read_pixels(pixbuf) else { return nil }
    (width, height) = (Int(gdk_pixbuf_get_width(pixbuf)), Int(gdk_pixbuf_get_height(pixbuf)))
    let rowStride = Int(gdk_pixbuf_get_rowstride(pixbuf))
    let pixelStride = Int(gdk_pixbuf_get_n_channels(pixbuf))
    let (width, height) = (width, height)
    colours = [UInt8](unsafeUninitializedCapacity: height * width * 3) { samples, initialized in
      guard let target = samples.baseAddress else { return }
      for y in 0..<height {
        copyColours(
          of: width, from: source + y * rowStride, pixelStride, to: target + y * width * 3)
      }
      initialized = height * width * 3
    }
    guard keepsOpacity, pixelStride > 3 else {
      opacities = []
      return
    }
    opacities = [UInt8](unsafeUninitializedCapacity: height * width) { samples, initialized in
      for y in 0..<height {
        for x in 0..<width {
          samples[y * width + x] = source[y * rowStride + x * pixelStride + 3]
        }
      }
      initialized = height * width
    }
  }

  /// Fills every fully transparent pixel with this colour.
  mutating func fillTransparent(with colour: [UInt8]) {
    for (pixel, opacity) in opacities.enumerated() where opacity == 0 {
      for channel in 0..<3 { colours[3 * pixel + channel] = colour[channel] }
    }
  }

  /// Divides premultiplied colours by their opacity; fully transparent pixels become black.
  mutating func divideByOpacity() {
    for (pixel, opacity) in opacities.enumerated() where opacity < 255 {
      for place in 3 * pixel..<3 * pixel + 3 {
        colours[place] =
          opacity == 0 ? 0 : UInt8(min(255, Int(colours[place]) * 255 / Int(opacity)))
      }
    }
  }
}

/// Copies a row of `width` pixels that are `pixelStride` bytes apart.
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
