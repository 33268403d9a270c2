import VGGCommandLine
import VGGONNX

extension WritingRefusal {
  /// The reason why an ONNX model cannot be written.
  init(_ error: UnwritableModel) {
    switch error {
    case .unwritable(let reason): self = .system(reason)
    case .unwritableData(let path, let reason): self = .unwritableData(file: path, reason: reason)
    case .tooLarge(let hasDataFile): self = .modelTooLarge(hasDataFile: hasDataFile)
    }
  }
}
