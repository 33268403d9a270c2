import Foundation
import PackagePlugin

/// The configurations of a target, the files named `*.vgg.yaml`, and the Swift files that they become.
struct TargetConfigurations {
  /// A configuration and the name of its Swift file.
  struct Entry {
    let configuration: URL
    let swiftFile: String
  }

  /// In the order of their paths.
  let entries: [Entry]

  private let target: any SourceModuleTarget

  /// Those that SwiftPM counts among the target's files: excluded ones are none.
  init(of target: any SourceModuleTarget) {
    self.target = target
    let configurations = target.sourceFiles.map(\.url).filter(Self.isConfiguration)
      .sorted { $0.path < $1.path }
    var taken: Set<String> = []
    entries = configurations.map { configuration in
      let stem = Self.plainStem(configuration.lastPathComponent)
      var name = stem
      var number = 2
      // One module has no two files of one name; letter case tells nothing apart on some disks.
      while !taken.insert(name.lowercased()).inserted {
        name = "\(stem)-\(number)"
        number += 1
      }
      return Entry(configuration: configuration, swiftFile: "\(name).vgg.swift")
    }
  }

  /// The Swift files that somebody wrote into the target under the name of one that is made.
  var hidden: [Entry] {
    let written = Set(target.sourceFiles(withSuffix: ".swift").map(\.url.lastPathComponent))
    return entries.filter { written.contains($0.swiftFile) }
  }

  /// The files in the target's folder that configurations may be made of, whether they are now or
  /// not: YAML, and lists of labels.
  ///
  /// SwiftPM plans a build again when files come and go, not when a file's text begins to name another
  /// one; so that what a text may begin to name is among the inputs from the start.
  var candidates: [URL] {
    let enumerator = FileManager.default.enumerator(
      at: target.directoryURL, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    let files = enumerator?.compactMap { $0 as? URL } ?? []
    return files.filter { Self.endings.contains($0.pathExtension.lowercased()) }
      .map { target.directoryURL.appending(path: Self.path(of: $0, from: target.directoryURL)) }
      .sorted { $0.path < $1.path }
  }

  private static let endings: Set<String> = ["yaml", "yml", "txt", "labels", "names"]

  private static func isConfiguration(_ file: URL) -> Bool {
    let name = file.lastPathComponent.lowercased()
    return name.hasSuffix(".vgg.yaml") || name.hasSuffix(".vgg.yml")
  }

  /// A file's name without its endings, with ASCII letters, digits, `-` and `_` only, which no build
  /// system reads as anything else.
  private static func plainStem(_ name: String) -> String {
    let stem = name.split(separator: ".").dropLast(2).joined(separator: ".")
    let plain = stem.unicodeScalars.map { scalar in
      scalar.isASCII && Character(scalar).isLetter || ("0"..."9").contains(Character(scalar))
        || scalar == "-" || scalar == "_" ? String(scalar) : "_"
    }
    return plain.joined()
  }

  private static func path(of file: URL, from folder: URL) -> String {
    let (file, folder) = (file.standardizedFileURL.path, folder.standardizedFileURL.path)
    return file.hasPrefix(folder + "/") ? String(file.dropFirst(folder.count + 1)) : file
  }
}
