import VGGDiagnostics

/// Paths as configurations write them: relative to the file that names them.
package enum FilePath {
  /// `path` as seen from the folder of `file`, without `.` and `..` where they can be resolved.
  ///
  /// For example: `../d.yaml` in `Configs/own/e.yaml` is `Configs/d.yaml`.
  package static func resolve(_ path: String, from file: String) -> String {
    if path.hasPrefix("/") { return normalized(path) }
    guard let slash = file.lastIndex(of: "/") else { return normalized(path) }
    return normalized(file[...slash] + path)
  }

  /// The last part of a path without its ending: `custom` for `Configs/custom.yaml` and for
  /// `custom.vgg.yaml`.
  package static func stem(_ path: String) -> String {
    if path == SourceFile.standardInput { return "stdin" }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".vgg.yaml", ".vgg.yml", ".yaml", ".yml"]
    where file.lowercased().hasSuffix(ending) {
      let stem = file.dropLast(ending.count)
      return stem.isEmpty ? file : String(stem)
    }
    return file
  }

  /// The path without `.`, and without `..` where it can be resolved.
  package static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
