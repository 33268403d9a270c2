import Foundation

/// The Swift compiler's type checker, with this build's libraries.
package enum TypeChecker {
  /// Checks the files `sources` (names to texts) as one module, of a program if one of them is `main`; warnings are
  /// errors.
  ///
  /// - Parameter options: The compiler's options, which replace those of Swift 6.
  package static func check(
    _ sources: [String: String], options: [String] = ["-swift-version", "6"]
  ) throws -> Tool.Result {
    let products = try Checkout.products().path
    // The libraries' C modules, whose module maps are next to their headers.
    let headers = ["Sources/VGGKernels/include", "Sources/CChecksum", "Sources/CYAML"].flatMap {
      ["-I", Checkout.file($0).path]
    }
    return try withTemporaryFolder { folder in
      let files = try sources.sorted { $0.key < $1.key }.map { name, text in
        try folder.write(text, to: "\(name).swift")
      }
      let kind = sources["main"] == nil ? ["-parse-as-library"] : []
      return try Tool.run(
        ["swiftc", "-typecheck", "-module-name", "Client", "-warnings-as-errors"] + kind + options
          // The build's cache has the system's C modules, which take longer than the check.
          + ["-module-cache-path", "\(products)/ModuleCache", "-I", "\(products)/Modules"]
          + headers + files)
    }
  }
}
