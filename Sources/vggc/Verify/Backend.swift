import VGGCommandLine

/// Something that runs a network.
protocol Backend {
  /// The name on the command line.
  static var id: BackendID { get }

  /// Runs the network once.
  ///
  /// - Throws: ``BackendUnavailable`` if the backend is not installed; ``BackendFailure`` if it is
  ///   installed but fails.
  func run(_ verification: VerificationCase) throws -> BackendAnswer
}

/// A backend's answer for the image.
struct BackendAnswer {
  /// The backend's version, if it reports one.
  var version: String?
  /// Values by the names of the layers that output them, including those of the network's output.
  let values: [String: [Float]]
}

/// The reason why a backend cannot be run.
struct BackendUnavailable: Error {
  let fault: BackendFault

  init(_ fault: BackendFault) { self.fault = fault }
}

/// The reason why an installed backend has no answer.
struct BackendFailure: Error {
  let fault: BackendFault

  init(_ fault: BackendFault) { self.fault = fault }
}
