#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which files a command's photos are.
enum PhotoFinder {
  /// Endings of the files that are taken from a folder.
  static let endings: Set<String> = [
    "avif", "bmp", "f32", "gif", "heic", "jpeg", "jpg", "pgm", "png", "ppm", "tif", "tiff", "webp",
  ]

  /// The files named, and those below the folders named, in order of their paths.
  ///
  /// - Returns: with them what is wrong with the other names.
  static func files(in names: [String]) -> (paths: [String], failures: [String]) {
    var (paths, failures): ([String], [String]) = ([], [])
    for name in names {
      var isFolder = false
      let exists = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
      guard exists, isFolder else {
        // A file that is not there is said so when it is read.
        paths.append(name)
        continue
      }
      let found = pictures(below: name)
      if found.isEmpty { failures.append("there is no picture in the folder \(name)") }
      paths += found
    }
    return (paths, failures)
  }

  private static func pictures(below folder: String) -> [String] {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") && !$0.contains("/.") && isPicture($0) }
      .sorted().map { base + $0 }
  }

  private static func isPicture(_ path: String) -> Bool {
    guard let ending = path.split(separator: ".").last, path.contains(".") else { return false }
    return endings.contains(ending.lowercased())
  }
}
