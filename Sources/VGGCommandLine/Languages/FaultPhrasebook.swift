import VGGDiagnostics
import VGGFiles
import VGGWeights

/// The messages about files and weights that cannot be read, used or written.
///
/// The faults carry their values; only the details of file formats are texts, in English in every language.
package protocol FaultPhrasebook: Sendable {
  /// The reason why a file cannot be read, after a colon.
  func words(for cause: UnreadableFile.Cause) -> String
  /// The sentence that memory is not enough.
  func words(for shortage: MemoryShortage) -> String
  /// The sentence about a weight file or a tensor, with the file's path.
  func words(for error: WeightError) -> String
  /// The sentence on how tensors were found, or how their names are read.
  func words(for remark: WeightRemark) -> String
  func cannotReadWeights(_ error: WeightError) -> String
  func cannotWrite(_ path: String, _ refusal: WritingRefusal) -> String
  /// The sentence that standard output cannot be written.
  func cannotWriteOutput(_ refusal: WritingRefusal) -> String
}

extension English: FaultPhrasebook {}

extension Korean: FaultPhrasebook {}

extension Language {
  /// The messages about faults in this language.
  package var faults: any FaultPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
