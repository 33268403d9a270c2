/// The file extensions of photos.
package enum PhotoEndings {
  /// In lower case, without the dot: torchvision's, GIF, and the formats of newer cameras.
  package static let all: Set<String> = [
    "avif", "bmp", "gif", "heic", "heif", "jfif", "jpe", "jpeg", "jpg", "pgm", "png", "ppm", "tif",
    "tiff", "webp",
  ]

  /// Whether the file extension of `name` is a photo's, in any letter case.
  package static func fits(_ name: String) -> Bool {
    guard let point = name.lastIndex(of: ".") else { return false }
    return all.contains(name[name.index(after: point)...].lowercased())
  }
}
