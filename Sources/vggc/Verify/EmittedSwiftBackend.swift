import VGGCommandLine
import VGGDownloads
import VGGEmitters

/// The emitted Swift package, built and run if `swift` is found.
///
/// One package in the user's cache is reused for each network, so that the runtime is built only
/// once.
struct EmittedSwiftBackend: Backend {
  static let id = BackendID.swift

  private static let typeName = "Verified"

  func run(_ verification: VerificationCase) throws -> BackendAnswer {
    guard let caches = cacheFolder() else {
      throw BackendUnavailable(.noCache)
    }
    let version = try swiftVersion()
    let package = caches + "/verify"
    try write(verification, to: package)
    let build = ["build", "--configuration", "release", "--package-path", package]
    Console.remark(Console.language.verificationPhrases.building(package))
    let built = try ProgramRun.of("swift", build)
    guard built.isSuccess else {
      let errors = (built.output + built.errors).split(separator: "\n")
      throw BackendFailure(
        errors.first { $0.firstRange(of: "error:") != nil }.map { BackendFault.quoted(String($0)) }
          ?? built.fault)
    }
    let products = try ProgramRun.of("swift", build + ["--show-bin-path"]).output
    let run = try ProgramRun.of(
      products.split(separator: "\n").joined() + "/" + Self.typeName,
      [verification.weightsPath, verification.imagePath])
    guard run.isSuccess, let answer = PrintedAnswer(run.output), let output = answer.output else {
      throw BackendFailure(run.fault)
    }
    var values = verification.layerValues(of: answer.tapValues)
    values[verification.outputLayer] = output
    return BackendAnswer(version: version, values: values)
  }

  private func swiftVersion() throws -> String? {
    do {
      let output = try ProgramRun.of("swift", ["--version"]).output
      return output.firstMatch(of: /Swift version (?<number>[0-9.]+)/).map { String($0.number) }
    } catch is ProgramRun.Missing {
      throw BackendUnavailable(.noProgram("swift"))
    }
  }

  private func write(_ verification: VerificationCase, to package: String) throws {
    let network = NamedNetwork(verification.graph, typeName: Self.typeName)
    let files = emitPackage(
      network, verification.provenance,
      runtime: try RuntimeLocation.find(nil, for: package, in: Console.language))
    for file in files {
      try Output.write(
        Array(file.contents.utf8), to: "\(package)/\(file.path)", makingFolders: true)
    }
  }
}
