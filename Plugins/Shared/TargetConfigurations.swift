import Foundation
import PackagePlugin

/// The configurations of a target, the files named `*.vgg.yaml`, and the Swift files generated from them.
struct TargetConfigurations {
  /// A configuration and the name of its Swift file.
  struct Entry {
    let configuration: URL
    let swiftFile: String
  }

  /// The entries, sorted by path.
  let entries: [Entry]

  private let target: any SourceModuleTarget

  /// Takes the configurations that SwiftPM counts among the target's files, so not excluded ones.
  init(of target: any SourceModuleTarget) {
    self.target = target
    let configurations = target.sourceFiles.map(\.url).filter(Self.isConfiguration)
      .sorted { $0.path < $1.path }
    var taken: Set<String> = []
    entries = configurations.map { configuration in
      let stem = Self.plainStem(configuration.lastPathComponent)
      var name = stem
      var number = 2
      // A module cannot have two files of one name, and some disks ignore letter case.
      while !taken.insert(name.lowercased()).inserted {
        name = "\(stem)-\(number)"
        number += 1
      }
      return Entry(configuration: configuration, swiftFile: "\(name).vgg.swift")
    }
  }

  /// The entries for which somebody wrote a Swift file of the same name into the target.
  var hidden: [Entry] {
    let written = Set(target.sourceFiles(withSuffix: ".swift").map(\.url.lastPathComponent))
    return entries.filter { written.contains($0.swiftFile) }
  }

  /// The files in the target's folder that configurations may be made from, now or later:
  /// YAML, and lists of labels.
  ///
  /// SwiftPM plans a build again when files come and go, but not when a file's text begins to name
  /// another file; so every file that a text may name later is among the inputs from the start.
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

  /// A file's name without its extensions, with only ASCII letters, digits, `-` and `_`, which no build
  /// system interprets specially.
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
