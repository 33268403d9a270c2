#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The running vggc's own file.
enum ThisExecutable {
  /// The folder that it is in; the kernel knows it where the shell found it on the search path.
  static var folder: URL? {
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    guard let path = target ?? CommandLine.arguments.first else { return nil }
    return URL(filePath: path).standardizedFileURL.deletingLastPathComponent()
  }
}
