import ArgumentParser
import VGGCommandLine
import VGGEmitters
import VGGFiles
import VGGGraph
import VGGWeightFit
import VGGWeights

/// Writes weight files, but not over those that somebody would miss.
extension Output {
  /// Writes the network's weights, initialised from a seed as torchvision does, as a safetensors
  /// file.
  static func writeInitialWeights(of graph: ModelGraph, seed: UInt64, to path: String) throws {
    let tensors = graph.tensorDescriptions
    try writeWeights(.initializing, of: tensors, to: path) { progress in
      try writeSafetensors(
        tensors, from: SeededInitializer(seed: seed, slopes: graph.slopeNames),
        metadata: [initializerKey: "vggc --init \(seed)"], to: path, progress: progress)
    }
  }

  /// Runs `body`, which writes weights to `path`, and shows how many of the tensors' bytes it has
  /// reported as written.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  static func writeWeights(
    _ title: ProgressTitle, of tensors: [TensorDescription], to path: String,
    _ body: (_ progress: (Int) -> Void) throws -> Void
  ) throws {
    let bytes = tensors.reduce(0) { $0 + ($1.byteCount ?? 0) }
    let progress = ByteProgress(title)
    var done = 0
    let result = Result {
      try body { written in
        done += written
        progress.show(done, of: bytes)
      }
    }
    progress.clear()
    try reportingErrors(writing: path) { try result.get() }
  }

  /// Runs `body`, which writes weights to `path`.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  private static func reportingErrors(writing path: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as WeightError where error.kind == .unwritable {
      throw reportUnwritable(path, error.systemReason ?? error.reason)
    } catch let error as WeightError {
      throw Inputs.report(error)
    }
  }

  /// Refuses to replace a data file next to the model at `path` if it does not belong to the model;
  /// without the model, nothing shows that it does.
  static func refuseToReplaceData(of path: String) throws {
    guard FileKind(of: path + ".data") == .file, FileKind(of: path) != .file else { return }
    throw reportUnwritable(path, .replacesData(file: "\(path).data"))
  }

  /// Refuses to replace weights that vggc did not initialise, since they may be trained.
  static func refuseToReplaceWeights(_ path: String) throws {
    guard try isOfAnother(path, thanSaysMetadata: initializerKey) else { return }
    throw reportUnwritable(path, .isNotInitialized)
  }

  /// Refuses to replace a file that is not marked as converted by vggc.
  static func refuseToReplaceConverted(_ path: String) throws {
    guard try isOfAnother(path, thanSaysMetadata: converterKey) else { return }
    throw reportUnwritable(path, .isNotConverted)
  }

  /// Whether there is a file at the path that is not a weight file with metadata under `key`.
  private static func isOfAnother(_ path: String, thanSaysMetadata key: String) throws -> Bool {
    guard FileKind(of: path) == .file else { return false }
    do throws(WeightError) {
      return try WeightFile(path: path).metadata[key] == nil
    } catch {
      switch error.kind {
      case .unreadable, .tooLarge:
        throw reportUnwritable(path, .unreadableOrigin(error))
      case .malformed, .missing, .mismatched, .unwritable: return true
      }
    }
  }

  /// The metadata of converted weights that records their origin.
  static let conversionMetadata = [converterKey: "vggc weights convert"]

  /// The metadata key of weights that were converted from another file.
  private static let converterKey = "converted_by"

  /// The metadata key of weights that were initialised from a seed alone.
  private static let initializerKey = "initialized_by"
}
