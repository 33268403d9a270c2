import VGGWeights

/// The reasons why a file is not written.
package enum WritingRefusal: Hashable, Sendable {
  /// The system's reason.
  case system(String)
  /// The file is an input of the same command.
  case isInput
  case exists
  /// A file exists that vggc did not generate.
  case isNotGenerated
  /// The weights would replace a data file that belongs to another model.
  ///
  /// - Parameter file: The data file.
  case replacesData(file: String)
  /// The data file of the model cannot be written, for the system's reason.
  case unwritableData(file: String, reason: String)
  /// Weights exist that vggc did not initialise.
  case isNotInitialized
  /// Weights exist that vggc did not convert.
  case isNotConverted
  /// A file exists whose origin cannot be read.
  case unreadableOrigin(WeightError)
  /// An ONNX model over the limit for one file.
  case modelTooLarge(hasDataFile: Bool)
}
