import VGGFiles
import VGGWeights

extension ONNXModel {
  /// Writes the model to `path`, whole or not at all, with values from `weights`.
  ///
  /// - Parameters:
  ///   - hasDataFile: Whether the weights go to a file next to it, `NAME.data`, which may be of any size.
  ///   - progress: Called from time to time with the number of bytes of weights written, and the total.
  /// - Throws: `WeightError` if a tensor is not available from `weights`; ``UnwritableModel``
  ///   otherwise.
  package func write(
    to path: String, weights: some WeightSource, hasDataFile: Bool = false,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    let dataPath = hasDataFile ? path + ".data" : nil
    let layout = try layout(dataFile: dataPath.map(lastPart))
    var writing = TensorWriting(weights, total: weightBytes)
    var dataFailure: UnwritableModel?
    // The data file is in place before the model that names it, and it replaces the previous one only
    // once the model is complete except for its final rename.
    do throws(UnwritableFile) {
      try AtomicFile.write(to: path) { model in
        if let reason = writing.model(layout, to: model, progress) { return reason }
        guard let dataPath else { return nil }
        do throws(UnwritableFile) {
          try AtomicFile.write(to: dataPath) { writing.data(layout, to: $0, progress) }
          return nil
        } catch {
          dataFailure = .unwritableData(dataPath, reason: error.reason)
          return error.reason
        }
      }
    } catch {
      throw writing.sourceFailure ?? dataFailure ?? UnwritableModel.unwritable(error.reason)
    }
  }

  /// Writes the model, including its weights, to an open file such as a pipe.
  ///
  /// - Throws: The errors of ``write(to:weights:hasDataFile:progress:)``.
  package func write(to file: FileDescriptorWriter, weights: some WeightSource) throws {
    var writing = TensorWriting(weights, total: weightBytes)
    if let reason = writing.model(try layout(dataFile: nil), to: file, { _, _ in }) {
      throw writing.sourceFailure ?? UnwritableModel.unwritable(reason)
    }
  }

  private var weightBytes: Int {
    tensors.reduce(0) { $0 &+ ($1.isWeight ? $1.byteCount : 0) }
  }

  /// - Throws: ``UnwritableModel`` for a model file larger than protobuf allows.
  func layout(dataFile: String?) throws -> ModelLayout {
    guard let layout = try? ModelLayout(self, dataFile: dataFile),
      layout.byteCount <= UnwritableModel.largestFile
    else { throw UnwritableModel.tooLarge(hasDataFile: dataFile != nil) }
    return layout
  }

  private func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
