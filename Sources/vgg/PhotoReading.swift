/// How a command reads photos.
struct PhotoReading {
  let threads: Int
  /// The most pixels that a photo may have.
  let mostPixels: Int
  /// Whether a photo that cannot be used is an error.
  let isStrict: Bool
}
