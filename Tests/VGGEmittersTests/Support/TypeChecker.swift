import Foundation

/// The Swift compiler's type checker, with this build's `VGGRuntime` to import.
enum TypeChecker {
  /// Checks the files `sources` (names to texts) as one module; warnings are errors.
  static func check(_ sources: [String: String]) throws -> Tool.Result {
    let modules = try Checkout.products().appending(path: "Modules").path
    return try withTemporaryFolder { folder in
      let files = try sources.sorted { $0.key < $1.key }.map { name, text in
        let file = folder.appending(path: "\(name).swift")
        try Data(text.utf8).write(to: file)
        return file.path
      }
      return try Tool.run(
        [
          "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors",
          "-module-cache-path", folder.appending(path: "cache").path, "-I", modules,
        ] + files)
    }
  }
}
