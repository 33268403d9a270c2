import VGGDiagnostics
import VGGFindings

extension English {
  var inspectionTexts: InspectionTexts {
    InspectionTexts(
      columns: ["index", "class", "photos", "share"], sizes: "sizes      ",
      channels: "channels   ", mean: "mean       ", deviation: "std        ",
      grey: "1 (every photo is grey)", forConfiguration: "for a configuration:")
  }

  func inspected(_ folder: String, photos: Int, classes: Int) -> String {
    "\(folder): \(counted(photos, "photo")), "
      + (classes == 1 ? "1 class" : "\(grouped(classes)) classes")
  }

  func sizes(_ count: Int, widths: (Int, Int), heights: (Int, Int)) -> String {
    "… \(grouped(count)) sizes, width \(widths.0) to \(widths.1), height \(heights.0) to \(heights.1)"
  }

  func squareInput(sees share: String) -> [String] {
    [
      "A square input covers \(share) of the photos. An input with their aspect ratio covers more, and",
      "`resize: [height, width]` with the input's size squashes whole photos to fit.",
    ]
  }

  func unusable(_ count: Int) -> String { "\(counted(count, "photo")) cannot be used:" }

  var trainingTexts: TrainingTexts {
    TrainingTexts(
      epoch: "epoch", rate: "rate", loss: "loss", accuracy: "accuracy", testLoss: "test loss",
      testAccuracy: "test accuracy")
  }

  func testing(_ done: Int, of total: Int) -> String {
    "testing \(grouped(done)) of \(grouped(total))"
  }

  func timeLeft(_ time: String) -> String { "\(time) left" }

  func imagesPerSecond(_ count: Int) -> String { "\(grouped(count)) images/s" }

  func smallBatch(_ photos: Int, batch: Int) -> String {
    "only \(counted(photos, "photo")) for a batch size of \(batch), so each epoch is one step"
  }

  func finishedAlready(_ epochs: Int) -> String {
    "training is already complete: \(counted(epochs, "epoch"))"
  }

  func goingOn(after epochs: Int, step: Int) -> String {
    "resuming after \(counted(epochs, "epoch")), step \(step)"
  }

  func stopped(in epoch: Int, after step: Int) -> String {
    "stopped in epoch \(epoch) after step \(step) and saved everything; "
      + "to continue, run the same command with --resume"
  }

  func weights(in file: String) -> String { "the weights are in \(file)" }

  func noCheckpoint(in folder: String) -> String {
    "\(folder) has no checkpoint yet; training starts from the beginning"
  }

  func isUsed(_ folder: String) -> String {
    "\(folder) already contains a training run; continue it with --resume, or choose another folder"
  }

  func className(_ index: Int) -> String { "class \(index)" }

  func features(
    from smallest: String, to largest: String, mean: String, zeros: String
  ) -> String {
    "\(smallest) to \(largest), mean \(mean), \(zeros) zeros"
  }

  func leftOutHidden(_ files: Int) -> String { "skipped \(counted(files, "hidden file"))" }

  func leftOut(_ photo: String) -> String { "skipped \(photo)" }

  func cannotBeUsed(_ count: Int, of all: Int, in folder: String, areLeftOut: Bool) -> String {
    "\(count) of \(all) photos in \(folder) cannot be used"
      + (areLeftOut ? "; skipped" : "")
  }

  func noneUsable(in folder: String) -> String { "\(folder): none of its photos can be used" }

  func deepSamples(_ photos: Int) -> String {
    "\(counted(photos, "photo")) \(photos == 1 ? "has" : "have") 16 bits per sample; "
      + "the network uses the upper 8"
  }

  func photos(of folder: String?) -> String { folder.map { "the photos in \($0)" } ?? "the photos" }

  func smallShare(
    _ share: String, of photos: String, crop: PlaneSize, withoutResize: String?
  ) -> String {
    "the network sees \(share) of \(photos): the middle \(crop.height) x \(crop.width) pixels of each; "
      + (withoutResize.map { "without `resize` it would be \($0), and " } ?? "")
      + "`preprocess: {resize: [\(crop.height), \(crop.width)]}` squashes whole photos to fit"
  }

  func emptiness(_ count: Int, of photos: String, _ first: PhotoWithinInput) -> String {
    let resized = first.resized.map { ", \($0.height) x \($0.width) after resizing" } ?? ""
    return
      "\(count) of \(photos) \(count == 1 ? "leaves" : "leave") part of the input black: \(first.path) has "
      + "\(first.size.height) x \(first.size.width) pixels (height x width)\(resized), but the input is "
      + "\(first.input.height) x \(first.input.width); remove `resize` to enlarge every photo as needed"
  }
}
