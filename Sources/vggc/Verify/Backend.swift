/// Something that runs a network.
protocol Backend {
  /// What it is called on the command line.
  static var id: BackendID { get }
  /// What it is called in reports.
  static var title: String { get }

  /// Runs the network once.
  ///
  /// - Throws: ``BackendUnavailable`` when it is not installed; ``BackendFailure`` when it is and
  ///   does not do it.
  func run(_ verification: VerificationCase) throws -> BackendAnswer
}

/// The backends' names on the command line, in the order in which they run.
enum BackendID: String, CaseIterable {
  case native
  case swift
  case onnxruntime
  case pytorch
}

/// What a backend makes of the image.
struct BackendAnswer {
  /// Its version, where it says.
  var version: String?
  /// Values by the names of the layers that give them, those of the network's output among them.
  let values: [String: [Float]]
}

/// Why a backend cannot be asked, in words.
struct BackendUnavailable: Error {
  let reason: String
}

/// Why a backend that is there has no answer, in words.
struct BackendFailure: Error {
  let reason: String
}
