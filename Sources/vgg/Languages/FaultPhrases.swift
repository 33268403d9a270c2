import VGGCompute
import VGGData
import VGGExecution
import VGGFiles
import VGGFindings
import VGGRuntime
import VGGTraining

/// The messages about photos, folders of photos and label files that cannot be used.
protocol PhotoFaultPhrases {
  /// The sentence about a photo, with its path.
  func words(for error: InputError) -> String
  func words(for photo: UnreadablePhoto) -> String
  /// The sentence about a folder of photos, with its path.
  func words(for error: PhotoFolderError) -> String
  func words(for remark: FolderRemark, in root: String) -> String
  func words(for error: IDXError) -> String
  func words(for failure: PhotoSearchFailure) -> String
  func cannotRead(_ path: String, _ cause: UnreadableFile.Cause) -> String
  func cannotReadLabels(_ path: String, _ fault: LabelFault) -> String
  func labels(_ count: Int, in path: String, outputs: Int) -> String
  func traceTakesOne(not count: Int) -> String
  /// Two pairs of IDX files with one name.
  var sameNames: String { get }
  func unpacked(_ folder: String, photos: Int, width: Int, height: Int, classes: Int) -> String
}

/// The messages about networks that cannot be run or trained.
protocol TrainingFaultPhrases {
  func words(for error: ComputeError) -> String
  /// A remark on the file of packed weights.
  func words(for remark: PackedWeightsRemark) -> String
  func words(for error: DivergedTraining) -> String
  func words(for error: RunInUse) -> String
  func cannotContinueMetrics(_ cause: UnreadableFile.Cause) -> String
  func noClasses(_ model: String, output: String) -> String
  /// A network without the layer that `--freeze` names.
  func noLayer(_ name: String, nearest: String?, known: [String]) -> String
  func noneToHoldOut(in folder: String) -> String
  /// A training run that continues with instructions that round differently.
  func otherInstructions(_ now: String, before: String) -> String
  /// A condition of a training run that has changed since it began.
  func difference(_ name: String, before: String?, now: String?, in folder: String) -> String
  func moreDifferences(_ count: Int) -> String
  var resumingNeedsTheSame: String { get }
  /// `--rate` for a configuration with a rate for each epoch.
  var ratesAreListed: String { get }
}
