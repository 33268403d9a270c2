import ArgumentParser

/// The exit statuses of DESIGN and sysexits.h.
extension ExitCode {
  /// The configuration has errors.
  static let unsound = ExitCode(1)
  static let usage = ExitCode(64)
  /// Input that cannot be read.
  static let noInput = ExitCode(66)
  /// Output that cannot be written.
  static let cannotCreate = ExitCode(73)
}
