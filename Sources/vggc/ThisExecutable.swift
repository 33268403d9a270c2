#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The running vggc's own file.
enum ThisExecutable {
  /// The folder that contains it; the kernel knows it even if the shell found it on the search path.
  static var folder: URL? {
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    guard let path = target ?? CommandLine.arguments.first else { return nil }
    return URL(filePath: path).standardizedFileURL.deletingLastPathComponent()
  }
}
