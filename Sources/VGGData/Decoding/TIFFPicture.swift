import VGGRuntime

/// A TIFF file.
///
/// libtiff, which decodes for gdk-pixbuf, multiplies colours by opacity if the file stores them
/// separately. Such a file is declared as premultiplied, so that libtiff leaves the colours as they are.
/// Colours that really are premultiplied are divided by the opacity afterwards.
struct TIFFPicture {
  /// Whether the file has more than eight bits per sample.
  let isDeep: Bool

  /// The values of the tag ExtraSamples.
  private static let multiplied: UInt16 = 1
  private static let separate = 2

  private let bytes: [UInt8]
  private let isMultiplied: Bool

  init(_ bytes: [UInt8]) {
    let directory = TIFFDirectory(bytes[...])
    isDeep = (directory?.short(.bitsPerSample) ?? 8) > 8
    let extra = directory?.short(.extraSamples)
    isMultiplied = extra == Int(Self.multiplied)
    if extra == Self.separate, let directory, let place = directory.place(of: .extraSamples) {
      var changed = bytes
      changed.replaceSubrange(place..<place + 2, with: directory.encoded(Self.multiplied))
      self.bytes = changed
    } else {
      self.bytes = bytes
    }
  }

  func decoded(within bound: PixelBound) throws(InputError) -> PixelImage {
    var picture = try PhotoDecoder(format: .tiff, bound: bound, keepsOpacity: isMultiplied).decode(
      bytes)
    if isMultiplied { picture.divideByOpacity() }
    return picture.image
  }
}
