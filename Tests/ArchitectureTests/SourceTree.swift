import Foundation
import VGGTestSupport

/// A Swift file of the package's modules, as text.
struct SourceText: Sendable {
  /// The path from the checkout's root: `Sources/VGGGraph/Layer.swift`.
  let path: String
  let lines: [String]

  /// The folder under `Sources`.
  var module: String { String(path.split(separator: "/")[1]) }

  /// The path without `Sources/`.
  var shortPath: String { String(path.dropFirst("Sources/".count)) }

  /// The package's modules that the file imports.
  var imports: Set<String> {
    Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "public" })
        else { return nil }
        return words[place + 1].split(separator: ".").first.map(String.init)
      })
  }
}

enum SourceTree {
  /// All Swift files under `Sources` that are compiled, except generated ones.
  static let files: [SourceText] = {
    let root = Checkout.root.appending(path: "Sources").path
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return paths.filter {
      $0.hasSuffix(".swift") && !$0.hasSuffix(".pb.swift") && !$0.contains(".docc/")
    }.sorted().map { path in
      let text = (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
      return SourceText(
        path: "Sources/\(path)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }()

  /// The modules of the package that contain Swift files.
  static let modules: [String] = Set(files.map(\.module)).sorted()
}
