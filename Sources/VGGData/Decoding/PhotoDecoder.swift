import CGdkPixbuf
import VGGRuntime

/// Decodes the files of one format with gdk-pixbuf.
struct PhotoDecoder {
  let format: PhotoFormat

  /// The upright picture that the file `bytes` holds.
  func decode(_ bytes: [UInt8]) throws(InputError) -> PixelImage {
    if format == .png, !hasPNGEnd(bytes) { throw InputError(.malformed, cutOff) }
    guard let loader = gdk_pixbuf_loader_new_with_mime_type(format.mimeType, nil) else {
      throw InputError(.malformed, "gdk-pixbuf has no loader for \(format.rawValue) here")
    }
    defer { g_object_unref(loader) }
    let progress = DecodingProgress(mostPixels: mostPixels(of: bytes))
    let failure = withExtendedLifetime(progress) {
      progress.observe(loader)
      return feed(bytes, to: loader, progress)
    }
    if let failure { throw InputError(.malformed, failure) }
    return try uprightPicture(loader)
  }

  private func mostPixels(of bytes: [UInt8]) -> Int {
    min(Photo.largestArea, format.mostPixelsPerByte.map { $0 * bytes.count } ?? .max)
  }

  /// Gives `bytes` to the loader, piece by piece, and closes it; returns what is wrong with them.
  private func feed(
    _ bytes: [UInt8], to loader: UnsafeMutablePointer<GdkPixbufLoader>, _ progress: DecodingProgress
  ) -> String? {
    let damage = write(
      bytes, to: loader, while: { progress.refusedSize == nil && progress.shortage == nil })
    // The loader makes missing rows up when it is closed.
    let isWhole = !format.missingRowsAreSilent || progress.hasAllRows
    let closingDamage = reason { gdk_pixbuf_loader_close(loader, $0) }
    if let (width, height) = progress.refusedSize {
      return refusal(width: width, height: height, fileSize: bytes.count)
    }
    if let shortage = progress.shortage {
      return "its pixels need \(shortage.needed) MiB of memory, and \(shortage.reason)"
    }
    if let damage { return damage }
    return isWhole ? closingDamage : cutOff
  }

  private func write(
    _ bytes: [UInt8], to loader: UnsafeMutablePointer<GdkPixbufLoader>,
    while condition: () -> Bool
  ) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      var rest = bytes[...]
      while !rest.isEmpty, condition() {
        let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 16))
        let damage = reason {
          gdk_pixbuf_loader_write(loader, piece.baseAddress, gsize(piece.count), $0)
        }
        if let damage { return damage }
        rest = rest.dropFirst(piece.count)
      }
      return nil
    }
  }

  private func refusal(width: Int, height: Int, fileSize: Int) -> String {
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow || area > Photo.largestArea
      ? "\(width) x \(height) pixels are more than the \(Photo.largestArea) that a photo may have"
      : "\(fileSize) bytes cannot hold \(width) x \(height) pixels: \(cutOff)"
  }

  private func uprightPicture(
    _ loader: UnsafeMutablePointer<GdkPixbufLoader>
  ) throws(InputError) -> PixelImage {
    guard let pixbuf = gdk_pixbuf_loader_get_pixbuf(loader) else {
      throw InputError(.malformed, "the file holds no picture")
    }
    guard let upright = gdk_pixbuf_apply_embedded_orientation(pixbuf) else {
      throw InputError(.malformed, "memory does not suffice to turn the picture")
    }
    defer { g_object_unref(UnsafeMutableRawPointer(upright)) }
    guard let image = PixelImage(pixbuf: upright) else {
      throw InputError(.malformed, "the decoder gives no pixels")
    }
    return image
  }
}

/// Why `call`, a function of GLib's kind, fails; `nil` when it succeeds.
private func reason(
  _ call: (UnsafeMutablePointer<UnsafeMutablePointer<GError>?>) -> gboolean
) -> String? {
  var error: UnsafeMutablePointer<GError>?
  guard call(&error) == 0 else { return nil }
  defer { g_clear_error(&error) }
  let message = error.flatMap { $0.pointee.message }.map { String(cString: $0) }
  return "it cannot be decoded: \(message ?? "gdk-pixbuf does not say why")"
}

/// What is wrong with a file whose last part is missing.
private let cutOff = "the file ends before its picture does"
