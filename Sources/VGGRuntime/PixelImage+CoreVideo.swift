#if canImport(CoreVideo)
  public import CoreVideo

  extension PixelImage {
    /// The picture that a camera or a video decoder delivers, with its stored colours.
    ///
    /// The buffer's pixel format is `kCVPixelFormatType_32BGRA`, `32RGBA`, `32ARGB`, `24RGB`, `24BGR` or `OneComponent8`. To
    /// get one, ask for it: `output.videoSettings = [kCVPixelBufferPixelFormatTypeKey as String:
    /// kCVPixelFormatType_32BGRA]`.
    ///
    /// - Throws: `InputError` when the buffer has a different format or its memory cannot be read.
    public init(_ buffer: CVPixelBuffer) throws(InputError) {
      let layout = try PixelLayout(CVPixelBufferGetPixelFormatType(buffer))
      let lock = CVPixelBufferLockBaseAddress(buffer, .readOnly)
      defer { if lock == kCVReturnSuccess { CVPixelBufferUnlockBaseAddress(buffer, .readOnly) } }
      guard lock == kCVReturnSuccess, let base = CVPixelBufferGetBaseAddress(buffer) else {
        throw InputError(.malformed, "the pixel buffer's memory cannot be read")
      }
      try self.init(
        width: CVPixelBufferGetWidth(buffer), height: CVPixelBufferGetHeight(buffer),
        layout: layout, bytesPerRow: CVPixelBufferGetBytesPerRow(buffer),
        memory: UnsafeRawBufferPointer(start: base, count: CVPixelBufferGetDataSize(buffer)))
    }
  }

  extension PixelLayout {
    /// - Throws: `InputError` for a format without a layout here.
    fileprivate init(_ format: OSType) throws(InputError) {
      switch format {
      case kCVPixelFormatType_OneComponent8: self = .grey
      case kCVPixelFormatType_24RGB: self = .rgb
      case kCVPixelFormatType_24BGR: self = .bgr
      case kCVPixelFormatType_32RGBA: self = .rgba
      case kCVPixelFormatType_32BGRA: self = .bgra
      case kCVPixelFormatType_32ARGB: self = .argb
      default:
        throw InputError(
          .malformed,
          "pixel format \(format) is not supported; ask the camera or decoder for "
            + "kCVPixelFormatType_32BGRA")
      }
    }
  }
#endif
