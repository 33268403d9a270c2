#if canImport(CoreGraphics)
  public import CoreGraphics

  extension PixelImage {
    /// The picture that Core Graphics holds, in colour (sRGB); transparent parts become black.
    ///
    /// For example: `try PixelImage(CGImageSourceCreateImageAtIndex(source, 0, nil)!)`. A `CGImage` has no orientation: turn
    /// photos upright first.
    ///
    /// - Throws: `InputError` when Core Graphics cannot draw it as 8-bit pixels.
    public init(_ image: CGImage) throws(InputError) {
      let (width, height) = (image.width, image.height)
      let size = try PixelLayout.rgba.byteCount(width: width, height: height, bytesPerRow: nil)
      var pixels = [UInt8](repeating: 0, count: size)
      let isDrawn = pixels.withUnsafeMutableBytes { pixels in
        guard let space = CGColorSpace(name: CGColorSpace.sRGB),
          let context = CGContext(
            data: pixels.baseAddress, width: width, height: height, bitsPerComponent: 8,
            bytesPerRow: width * 4, space: space,
            bitmapInfo: CGImageAlphaInfo.noneSkipLast.rawValue)
        else { return false }
        context.draw(image, in: CGRect(x: 0, y: 0, width: width, height: height))
        return true
      }
      guard isDrawn else {
        throw InputError(
          .malformed, "Core Graphics cannot draw a picture of \(width) x \(height) pixels")
      }
      try self.init(width: width, height: height, layout: .rgba, bytes: pixels)
    }
  }
#endif
