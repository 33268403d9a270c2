import VGGFiles
import VGGMetrics
import VGGWeights

/// The folder that a training run writes into.
package struct RunFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// The trained weights as they are after the last whole epoch.
  package var weights: String { "\(path)/weights.safetensors" }
  package var checkpoint: String { "\(path)/checkpoint/state.safetensors" }
  /// The file that records who writes into the folder: ``RunLock``.
  package var lock: String { "\(path)/.lock" }
  package var curves: String { "\(path)/curves.svg" }

  /// Whether a training run has left a checkpoint to continue from.
  package var hasCheckpoint: Bool { FileKind(of: checkpoint) == .file }

  /// Whether a training run has left something that would be lost.
  package var isUsed: Bool { hasCheckpoint || FileKind(of: weights) != nil }

  /// Makes the missing folders.
  ///
  /// - Throws: ``UnwritableRun``.
  package func make() throws(UnwritableRun) {
    do throws(UnwritablePath) {
      try makeFolders("\(path)/checkpoint")
    } catch {
      throw UnwritableRun(error.path, error.reason)
    }
  }
}

/// The reason why a training run cannot write its files.
package struct UnwritableRun: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// The system's reason.
  package let reason: String

  package init(_ path: String, _ reason: String) {
    (self.path, self.reason) = (path, reason)
  }

  /// For example: `cannot write run/metrics.csv: no space left on device`.
  package var description: String { "cannot write \(path): \(reason)" }
}
