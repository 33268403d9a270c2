import CGdkPixbuf

/// zlib's compression, through GIO, which gdk-pixbuf depends on.
package enum Deflate {
  /// The reason why bytes could not be expanded.
  package struct Failure: Error {
    package let reason: String
  }

  /// The content of a gzip file.
  ///
  /// - Parameter limit: the most bytes that the content may have.
  static func expanded(gzip bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard let decompressor = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP) else {
      throw Failure(reason: "zlib is not available")
    }
    defer { g_object_unref(UnsafeMutableRawPointer(decompressor)) }
    return try converted(bytes, by: decompressor, limit: limit)
  }

  /// A zlib stream of `bytes`, as in PNG files.
  static func compressed(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    guard let compressor = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9) else {
      throw Failure(reason: "zlib is not available")
    }
    defer { g_object_unref(UnsafeMutableRawPointer(compressor)) }
    return try converted(bytes, by: compressor, limit: .max)
  }

  private static func converted(
    _ bytes: [UInt8], by converter: OpaquePointer, limit: Int
  ) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    var place = [UInt8](repeating: 0, count: min(1 << 20, max(1 << 10, bytes.count * 2)))
    var rest = bytes[...]
    while true {
      var (read, written): (gsize, gsize) = (0, 0)
      var error: UnsafeMutablePointer<GError>?
      let status = rest.withUnsafeBytes { input in
        place.withUnsafeMutableBytes { output in
          g_converter_convert(
            converter, input.baseAddress, gsize(input.count), output.baseAddress,
            gsize(output.count), G_CONVERTER_INPUT_AT_END, &read, &written, &error)
        }
      }
      guard status != G_CONVERTER_ERROR else {
        defer { g_clear_error(&error) }
        let message = error.flatMap { $0.pointee.message }.map { String(cString: $0) }
        throw Failure(reason: message ?? "zlib reported no reason")
      }
      result += place[..<Int(written)]
      rest = rest.dropFirst(Int(read))
      guard result.count <= limit else {
        throw Failure(reason: "its content exceeds \(limit >> 20) MiB")
      }
      if status == G_CONVERTER_FINISHED { return result }
    }
  }
}
