/// Settings for reading photos.
struct PhotoReading {
  let threads: Int
  /// The maximum number of pixels in a photo.
  let mostPixels: Int
  /// Whether an unusable photo is an error.
  let isStrict: Bool
}
