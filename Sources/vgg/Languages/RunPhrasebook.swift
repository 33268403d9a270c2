import VGGDiagnostics
import VGGFindings

/// The phrases of `vgg` about photos and training that exist in more than one language.
protocol RunPhrasebook: Sendable, InspectionPhrases, TrainingPhrases, PhotoPhrases,
  PhotoFaultPhrases, TrainingFaultPhrases
{}

/// The phrases of `vgg data inspect`.
protocol InspectionPhrases {
  var inspectionTexts: InspectionTexts { get }
  func inspected(_ folder: String, photos: Int, classes: Int) -> String
  /// The number of sizes, and the ranges of their widths and heights.
  func sizes(_ count: Int, widths: (Int, Int), heights: (Int, Int)) -> String
  /// The lines about an input that is square while the photos are not.
  func squareInput(sees share: String) -> [String]
  func unusable(_ count: Int) -> String
}

/// The phrases of `vgg train`.
protocol TrainingPhrases {
  var trainingTexts: TrainingTexts { get }
  func testing(_ done: Int, of total: Int) -> String
  func timeLeft(_ time: String) -> String
  func imagesPerSecond(_ count: Int) -> String
  func smallBatch(_ photos: Int, batch: Int) -> String
  func finishedAlready(_ epochs: Int) -> String
  func goingOn(after epochs: Int, step: Int) -> String
  func stopped(in epoch: Int, after step: Int) -> String
  func weights(in file: String) -> String
  func noCheckpoint(in folder: String) -> String
  func isUsed(_ folder: String) -> String
}

/// The phrases of `vgg predict` and other commands about photos.
protocol PhotoPhrases {
  func className(_ index: Int) -> String
  /// The summary of a network's features.
  ///
  /// - Parameter zeros: The share of zeros, in percent.
  func features(
    from smallest: String, to largest: String, mean: String, zeros: String
  ) -> String
  func leftOutHidden(_ files: Int) -> String
  func leftOut(_ photo: String) -> String
  func cannotBeUsed(_ count: Int, of all: Int, in folder: String, areLeftOut: Bool) -> String
  func noneUsable(in folder: String) -> String
  func deepSamples(_ photos: Int) -> String
  /// The warning that the network sees little of the photos.
  ///
  /// - Parameter withoutResize: The share without `resize`, if that is larger.
  func smallShare(
    _ share: String, of photos: String, crop: PlaneSize, withoutResize: String?
  ) -> String
  /// The warning that photos leave a part of the input black.
  func emptiness(_ count: Int, of photos: String, _ first: PhotoWithinInput) -> String
  /// The photos of a folder, or of the command line.
  func photos(of folder: String?) -> String
}

/// A photo that is smaller than the network's input.
struct PhotoWithinInput: Sendable {
  let path: String
  let size: PlaneSize
  /// The size after resizing; `nil` if the photo keeps its size.
  let resized: PlaneSize?
  let input: PlaneSize
}

/// The constant texts of an inspection. The labels are all equally wide.
struct InspectionTexts: Sendable {
  let columns: [String]
  let sizes: String
  let channels: String
  let mean: String
  let deviation: String
  let grey: String
  let forConfiguration: String
}

/// The constant texts for training.
struct TrainingTexts: Sendable {
  let epoch: String
  let rate: String
  let loss: String
  let accuracy: String
  let testLoss: String
  let testAccuracy: String
}

extension English: RunPhrasebook {}

extension Korean: RunPhrasebook {}

extension Language {
  /// The phrases of `vgg` in this language.
  var runPhrases: any RunPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
