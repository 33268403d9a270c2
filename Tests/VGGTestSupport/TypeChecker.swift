import Foundation

/// The Swift compiler's type checker, with this build's `VGGRuntime`.
package enum TypeChecker {
  /// Checks the files `sources` (names to texts) as one module; warnings are errors.
  package static func check(_ sources: [String: String]) throws -> Tool.Result {
    let modules = try Checkout.products().appending(path: "Modules").path
    // The runtime's C modules, whose module maps are next to their headers.
    let headers = ["Sources/VGGKernels/include", "Sources/CChecksum"].flatMap {
      ["-I", Checkout.file($0).path]
    }
    return try withTemporaryFolder { folder in
      let files = try sources.sorted { $0.key < $1.key }.map { name, text in
        try folder.write(text, to: "\(name).swift")
      }
      return try Tool.run(
        [
          "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors",
          "-module-cache-path", "\(folder.path)/cache", "-I", modules,
        ] + headers + files)
    }
  }
}
