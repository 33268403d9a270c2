import ArgumentParser

/// The commands' exit statuses: 1 for a configuration with errors, above that those of sysexits.h.
extension ExitCode {
  /// The configuration has errors.
  package static let unsound = ExitCode(1)
  package static let usage = ExitCode(64)
  /// Input that cannot be read.
  package static let noInput = ExitCode(66)
  /// Output that cannot be written.
  package static let cannotCreate = ExitCode(73)
}
