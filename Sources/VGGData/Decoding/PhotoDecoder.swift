import CGdkPixbuf
import VGGRuntime

/// Decodes the files of one format with gdk-pixbuf.
struct PhotoDecoder {
  let format: PhotoFormat
  let bound: PixelBound
  /// EXIF's orientation, if the loader does not read it.
  var orientation: Int?
  /// Whether the picture's opacity is needed.
  var keepsOpacity = false

  /// The upright picture in the file `bytes`, and its opacity.
  func decode(_ bytes: [UInt8]) throws(InputError) -> DecodedPicture {
    guard let loader = gdk_pixbuf_loader_new_with_mime_type(format.mimeType, nil) else {
      throw InputError(
        .malformed, .noDecoder(format: format.rawValue, package: format.loaderPackage))
    }
    defer { g_object_unref(loader) }
    let progress = DecodingProgress { [bound, format] width, height in
      bound.refusal(width: width, height: height, mostPixelsPerByte: format.mostPixelsPerByte)
    }
    let failure = withExtendedLifetime(progress) {
      progress.observe(loader)
      return feed(bytes, to: loader, progress)
    }
    if let failure { throw InputError(.malformed, failure) }
    return try uprightPicture(loader)
  }

  /// Passes `bytes` to the loader, piece by piece, and closes it; returns the error, if any.
  private func feed(
    _ bytes: [UInt8], to loader: UnsafeMutablePointer<GdkPixbufLoader>, _ progress: DecodingProgress
  ) -> InputFault? {
    let damage = write(bytes, to: loader, while: { progress.refusal == nil })
    // The loader invents missing rows when it is closed.
    let isWhole = !format.missingRowsAreSilent || progress.hasAllRows
    let closingDamage = fault { gdk_pixbuf_loader_close(loader, $0) }
    if let failure = progress.refusal ?? damage { return failure }
    return isWhole ? closingDamage : .cutOff
  }

  private func write(
    _ bytes: [UInt8], to loader: UnsafeMutablePointer<GdkPixbufLoader>,
    while condition: () -> Bool
  ) -> InputFault? {
    bytes.withUnsafeBufferPointer { bytes in
      var rest = bytes[...]
      while !rest.isEmpty, condition() {
        let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 16))
        let damage = fault {
          gdk_pixbuf_loader_write(loader, piece.baseAddress, gsize(piece.count), $0)
        }
        if let damage { return damage }
        rest = rest.dropFirst(piece.count)
      }
      return nil
    }
  }

  private func uprightPicture(
    _ loader: UnsafeMutablePointer<GdkPixbufLoader>
  ) throws(InputError) -> DecodedPicture {
    guard let pixbuf = gdk_pixbuf_loader_get_pixbuf(loader) else {
      throw InputError(.malformed, .noPicture)
    }
    if let orientation { gdk_pixbuf_set_option(pixbuf, "orientation", String(orientation)) }
    guard let upright = gdk_pixbuf_apply_embedded_orientation(pixbuf) else {
      throw InputError(.malformed, .noMemoryToTurn)
    }
    defer { g_object_unref(UnsafeMutableRawPointer(upright)) }
    guard let picture = DecodedPicture(pixbuf: upright, keepsOpacity: keepsOpacity) else {
      throw InputError(.malformed, "the decoder returned no pixels")
    }
    return picture
  }
}

/// The fault that `call`, a function in GLib's style, reports; `nil` if it succeeds.
private func fault(
  _ call: (UnsafeMutablePointer<UnsafeMutablePointer<GError>?>) -> gboolean
) -> InputFault? {
  var error: UnsafeMutablePointer<GError>?
  guard call(&error) == 0 else { return nil }
  defer { g_clear_error(&error) }
  return .undecodable(error.flatMap { $0.pointee.message }.map { String(cString: $0) })
}
