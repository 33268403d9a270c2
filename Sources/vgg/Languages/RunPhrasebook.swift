import VGGDiagnostics
import VGGFindings

/// What `vgg` says of photos and of trainings in more than one language.
protocol RunPhrasebook: Sendable, InspectionPhrases, TrainingPhrases, PhotoPhrases {}

/// What `vgg data inspect` says.
protocol InspectionPhrases {
  var inspectionTexts: InspectionTexts { get }
  func inspected(_ folder: String, photos: Int, classes: Int) -> String
  /// How many sizes there are, and between which widths and heights.
  func sizes(_ count: Int, widths: (Int, Int), heights: (Int, Int)) -> String
  /// The lines on an input that is square while the photos are not.
  func squareInput(sees share: String) -> [String]
  func unusable(_ count: Int) -> String
}

/// What `vgg train` says.
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

/// What `vgg predict` and others say of photos.
protocol PhotoPhrases {
  func className(_ index: Int) -> String
  func leftOutHidden(_ files: Int) -> String
  func leftOut(_ photo: String) -> String
  func cannotBeUsed(_ count: Int, of all: Int, in folder: String, areLeftOut: Bool) -> String
  func noneUsable(in folder: String) -> String
  func deepSamples(_ photos: Int) -> String
  /// That the network sees little of the photos.
  ///
  /// - Parameter withoutResize: The share without `resize`, where that is larger.
  func smallShare(
    _ share: String, of photos: String, crop: PlaneSize, withoutResize: String?
  ) -> String
  /// That photos leave a part of the input black.
  func emptiness(_ count: Int, of photos: String, _ first: PhotoWithinInput) -> String
  /// The photos of a folder, or of the command line.
  func photos(of folder: String?) -> String
}

/// A photo that is smaller than the network's input.
struct PhotoWithinInput: Sendable {
  let path: String
  let size: PlaneSize
  /// `nil` where it keeps its size.
  let resized: PlaneSize?
  let input: PlaneSize
}

/// The constant texts of an inspection. The labels are as wide as each other.
struct InspectionTexts: Sendable {
  let columns: [String]
  let sizes: String
  let channels: String
  let mean: String
  let deviation: String
  let grey: String
  let forConfiguration: String
}

/// The constant texts of a training.
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
  /// What `vgg` says in it.
  var runPhrases: any RunPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
