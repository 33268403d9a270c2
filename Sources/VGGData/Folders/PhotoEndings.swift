/// Which files are photos by their names.
package enum PhotoEndings {
  /// In lower case, without the point: torchvision's, GIF, and the formats of newer cameras.
  package static let all: Set<String> = [
    "avif", "bmp", "gif", "heic", "heif", "jfif", "jpe", "jpeg", "jpg", "pgm", "png", "ppm", "tif",
    "tiff", "webp",
  ]

  /// Whether a file called `name` is a photo, in any letter case.
  package static func fits(_ name: String) -> Bool {
    guard let point = name.lastIndex(of: ".") else { return false }
    return all.contains(name[name.index(after: point)...].lowercased())
  }
}
