import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The location of the `VGGRuntime` package, for generated packages.
enum RuntimeLocation {
  /// The package that the user named, as a path or a URL, or else the checkout in which this vggc was built.
  ///
  /// - Throws: The exit status for a usage error, after saying what to name, if there is no such
  ///   checkout.
  static func find(
    _ named: String?, for folder: String, in language: Language
  ) throws -> RuntimeDependency {
    if let named {
      return named.contains("://") || named.hasPrefix("git@")
        ? .url(named, from: Version.current) : .path(absolute(named))
    }
    if let checkout = checkoutOfThisExecutable() { return .path(checkout) }
    Console.reportError(language.emitPhrases.runtimeIsUnknown(for: folder), in: language)
    throw ExitCode.usage
  }

  /// The folder above this executable that contains vggc's own sources.
  private static func checkoutOfThisExecutable() -> String? {
    guard var folder = ThisExecutable.folder else { return nil }
    while folder.path.count > 1 {
      let sources = folder.appending(path: "Sources/VGGRuntime")
      if FileManager.default.fileExists(atPath: sources.path) { return folder.path }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }

  private static func absolute(_ path: String) -> String {
    URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL.path
  }
}
