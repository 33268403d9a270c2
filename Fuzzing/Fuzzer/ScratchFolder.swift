import VGGFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of this process, which Scripts/fuzz makes in memory if it can.
enum ScratchFolder {
  static let path: String = {
    let folder = "\(environment("VGGC_FUZZING_FOLDER") ?? "/tmp")/fuzzer-\(getpid())"
    mkdir(folder, 0o700)
    return folder
  }()

  /// Writes a file into the folder and returns its path.
  static func write(_ bytes: some Collection<UInt8>, to name: String) -> String {
    let path = "\(path)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let failure = Array(bytes).withUnsafeBytes {
      FileDescriptorWriter(descriptor: descriptor).write($0)
    }
    precondition(failure == nil, "\(path): \(failure ?? "")")
    close(descriptor)
    return path
  }

  /// Makes a folder within it, with the folders above it, and returns its path.
  static func folder(_ name: String) -> String {
    var path = path
    for part in name.split(separator: "/") {
      path += "/\(part)"
      mkdir(path, 0o700)
    }
    return path
  }
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// Whether a message shows everything it quotes in a form that a terminal does not act upon.
func isPrintable(_ message: String) -> Bool {
  !message.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }
}
