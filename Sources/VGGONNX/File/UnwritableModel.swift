/// The reason why a model cannot be written, in words that complete "cannot write vgg16.onnx: …".
package enum UnwritableModel: Error, CustomStringConvertible {
  /// The system's error message.
  case unwritable(String)
  /// The system's error message for the data file at a path.
  case unwritableData(String, reason: String)
  /// The model file would be over ``largestFile``.
  case tooLarge(hasDataFile: Bool)

  /// The largest readable file: protobuf readers refuse a message of 2^31 bytes or more.
  package static let largestFile = Int(Int32.max)

  package var description: String {
    switch self {
    case .unwritable(let reason): reason
    case .unwritableData(let path, let reason):
      "its weights cannot be written to \(path): \(reason)"
    case .tooLarge(hasDataFile: false):
      "the model would be over 2 GiB, ONNX's limit for one file; store its weights in a separate file "
        + "with --external-data"
    case .tooLarge(hasDataFile: true):
      "even without its weights the model would be over 2 GiB, ONNX's limit for one file"
    }
  }
}
