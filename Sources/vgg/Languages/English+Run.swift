import VGGDiagnostics
import VGGFindings

extension English {
  var inspectionTexts: InspectionTexts {
    InspectionTexts(
      columns: ["index", "class", "photos", "share"], sizes: "sizes      ",
      channels: "channels   ", mean: "mean       ", deviation: "deviation  ",
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
      "A square input sees \(share) of the photos. An input with their proportions sees more, and",
      "`resize: [height, width]`, with the input's numbers, shows whole photos, squashed.",
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
    "there are \(counted(photos, "photo")), fewer than a batch of \(batch): each epoch is one step"
  }

  func finishedAlready(_ epochs: Int) -> String {
    "the training has done all its \(epochs) epochs already"
  }

  func goingOn(after epochs: Int, step: Int) -> String {
    "going on after \(counted(epochs, "epoch")), step \(step)"
  }

  func stopped(in epoch: Int, after step: Int) -> String {
    "stopped in epoch \(epoch) after step \(step); everything is saved: "
      + "the same command with --resume goes on"
  }

  func weights(in file: String) -> String { "the weights are in \(file)" }

  func noCheckpoint(in folder: String) -> String {
    "\(folder) has no checkpoint yet: the training starts from its beginning"
  }

  func isUsed(_ folder: String) -> String {
    "\(folder) holds a training already: --resume goes on with it; or name another folder"
  }

  func className(_ index: Int) -> String { "class \(index)" }

  func leftOutHidden(_ files: Int) -> String { "left out \(counted(files, "hidden file"))" }

  func leftOut(_ photo: String) -> String { "left out \(photo)" }

  func cannotBeUsed(_ count: Int, of all: Int, in folder: String, areLeftOut: Bool) -> String {
    "\(count) of \(all) photos of \(folder) cannot be used"
      + (areLeftOut ? " and are left out" : "")
  }

  func noneUsable(in folder: String) -> String { "\(folder): none of its photos can be used" }

  func deepSamples(_ photos: Int) -> String {
    "\(counted(photos, "photo")) \(photos == 1 ? "has" : "have") 16 bits in each sample; "
      + "the network sees the upper 8"
  }

  func photos(of folder: String?) -> String { folder.map { "the photos of \($0)" } ?? "the photos" }

  func smallShare(
    _ share: String, of photos: String, crop: PlaneSize, withoutResize: String?
  ) -> String {
    "the network sees \(share) of \(photos): the middle \(crop.height) x \(crop.width) pixels of each; "
      + (withoutResize.map { "without `resize` it would be \($0), and " } ?? "")
      + "`preprocess: {resize: [\(crop.height), \(crop.width)]}` shows whole photos, squashed"
  }

  func emptiness(_ count: Int, of photos: String, _ first: PhotoWithinInput) -> String {
    let resized = first.resized.map { ", \($0.height) x \($0.width) after resizing" } ?? ""
    return
      "\(count) of \(photos) \(count == 1 ? "leaves" : "leave") a part of the input black: \(first.path) has "
      + "\(first.size.height) x \(first.size.width) pixels (height x width)\(resized), and the network takes "
      + "\(first.input.height) x \(first.input.width); without `resize` every photo is made large enough"
  }
}
