import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGExecution
import VGGWeights

/// The file that `vgg predict --trace` writes: the values between a program's steps.
enum TraceFile {
  /// Runs `program` on `image`, and writes the output of each step that computes layers to a
  /// safetensors file.
  ///
  /// - Throws: The exit status, after saying why.
  static func write(_ program: Program, _ image: [Float], to path: String) throws {
    let trace = try Programs.reportingErrors { () throws(ComputeError) in
      try program.trace(image)
    }
    do {
      try writeSafetensors(
        trace.map { TensorDescription(name: $0.layer, shape: $0.shape) }, from: Trace(trace),
        to: path)
    } catch let error as WeightError {
      throw Output.reportUnwritable(path, error.systemReason ?? error.reason)
    }
  }
}

/// Traced values, keyed by the names of their layers.
private struct Trace: WeightSource {
  private let values: [String: TracedValue]

  init(_ trace: [TracedValue]) {
    values = Dictionary(trace.map { ($0.layer, $0) }) { _, last in last }
  }

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    guard let value = values[name] else {
      throw WeightError(.missing, "no step outputs \(name)")
    }
    return WeightTensor(value.values, shape: shape)
  }
}
