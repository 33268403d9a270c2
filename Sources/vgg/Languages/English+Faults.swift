import VGGCommandLine
import VGGCompute
import VGGData
import VGGDiagnostics
import VGGExecution
import VGGFiles
import VGGFindings
import VGGPhrasebooks
import VGGRuntime
import VGGTraining

extension English {
  func words(for error: InputError) -> String { "\(error)" }

  func words(for photo: UnreadablePhoto) -> String { "\(photo)" }

  func words(for error: PhotoFolderError) -> String { "\(error)" }

  func words(for remark: FolderRemark, in root: String) -> String { remark.text(in: root) }

  func words(for error: IDXError) -> String { "\(error)" }

  func words(for failure: PhotoSearchFailure) -> String {
    switch failure {
    case .noPictures(let folder): "the folder \(folder) contains no pictures"
    case .unreadable(let folder, let cause):
      "cannot read the folder \(folder): \(words(for: cause))"
    }
  }

  func cannotRead(_ path: String, _ cause: UnreadableFile.Cause) -> String {
    "cannot read \(path): \(words(for: cause))"
  }

  func cannotReadLabels(_ path: String, _ fault: LabelFault) -> String {
    "can't read label file \(path): \(EnglishFindings().words(for: fault, in: path))"
  }

  func labels(_ count: Int, in path: String, outputs: Int) -> String {
    "\(path) has \(count) labels, but the network has \(outputs) outputs"
  }

  func traceTakesOne(not count: Int) -> String { "--trace takes one photo, not \(count)" }

  var sameNames: String { "two pairs of files have the same name; unpack them one pair at a time" }

  func unpacked(
    _ folder: String, photos: Int, width: Int, height: Int, classes: Int
  ) -> String {
    "\(folder): \(counted(photos, "photo")) of \(width) x \(height) pixels in "
      + (classes == 1 ? "1 class folder" : "\(classes) class folders")
  }

  // MARK: - Training

  func words(for error: ComputeError) -> String { "\(error)" }

  func words(for remark: PackedWeightsRemark) -> String {
    switch remark {
    case .damaged(let path):
      "\(path) is damaged or from another version of vgg; the weights are packed again"
    case .unwritten(let path, let reason):
      "cannot save the packed weights: \(cannotWrite(path, .system(reason)))"
    }
  }

  func words(for error: DivergedTraining) -> String { "\(error)" }

  func words(for error: RunInUse) -> String { "\(error)" }

  func cannotContinueMetrics(_ cause: UnreadableFile.Cause) -> String {
    "cannot continue the metrics: \(words(for: cause))"
  }

  func noClasses(_ model: String, output: String) -> String {
    "\(model) has no classes: it ends in features of shape \(output)"
  }

  func noLayer(_ name: String, nearest: String?, known: [String]) -> String {
    "--freeze: the network has no layer \(name)"
      + (nearest.map { "; did you mean \($0)?" } ?? " (it has \(known.joined(separator: ", ")))")
  }

  func noneToHoldOut(in folder: String) -> String {
    "\(folder): no class has two photos, so none can be held out for testing"
  }

  func otherInstructions(_ now: String, before: String) -> String {
    "training began with \(before) and continues with \(now), which rounds differently; "
      + "for bit-identical results, use --isa \(before)"
  }

  func difference(_ name: String, before: String?, now: String?, in folder: String) -> String {
    "\(name) was \(before ?? "absent") when the training in \(folder) began, and is now \(now ?? "absent")"
  }

  func moreDifferences(_ count: Int) -> String { counted(count, "more difference") }

  var resumingNeedsTheSame: String {
    "--resume needs the same network, settings and photos; for a new training run, choose another folder"
  }

  var ratesAreListed: String {
    "the configuration lists a rate for each epoch; use --schedule instead of --rate"
  }
}
