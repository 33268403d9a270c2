import VGGCommandLine

/// The native program, run by the `vgg` that was built with this vggc.
struct NativeBackend: Backend {
  static let id = BackendID.native

  func run(_ verification: VerificationCase) throws -> BackendAnswer {
    guard let folder = ThisExecutable.folder?.path else {
      throw BackendUnavailable(.unknownFolder)
    }
    let trace = verification.folder + "/native.safetensors"
    let process: ProgramRun
    do {
      process = try ProgramRun.of(
        folder + "/vgg",
        ["predict"] + verification.configurationArguments + [
          "--weights", verification.weightsPath, "--format", "json", "--trace", trace,
          "--lang", verification.language.rawValue, verification.imagePath,
        ], input: verification.standardInputPath)
    } catch is ProgramRun.Missing {
      throw BackendUnavailable(.noRunner(folder: folder))
    }
    guard process.isSuccess else { throw BackendFailure(process.fault) }
    let running = verification.graph.runningLayers
    let values = try tensors(of: trace).reduce(into: [:]) { values, tensor in
      // A step may end in layers that only training uses.
      values[running[tensor.key] ?? tensor.key] = tensor.value
    }
    // The values of the taps, as users get them.
    let taps = verification.layerValues(of: PrintedAnswer(process.output)?.tapValues ?? [:])
    return BackendAnswer(values: values.merging(taps) { $1 })
  }
}
