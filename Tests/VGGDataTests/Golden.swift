import Foundation
import VGGRuntime

/// Pictures and their pixels as Pillow reads them; see `Scripts/make-photo-goldens.py`.
enum Golden {
  /// The path of a file in the golden folder.
  static func path(_ file: String) -> String {
    Bundle.module.bundleURL.appending(path: "Golden/\(file)").path
  }

  static func bytes(_ file: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(file))))
  }

  /// The picture in a PPM file.
  static func pixels(_ file: String) throws -> PixelImage {
    try PixelImage(ppm: bytes(file))
  }

  /// The values in a raw file of little-endian float32 values.
  static func values(_ file: String) throws -> [Float] {
    let bytes = try bytes(file)
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      Float(bitPattern: bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }
  }
}
