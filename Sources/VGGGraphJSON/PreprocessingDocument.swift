import VGGGraph
import VGGPhotoFit

/// The JSON of the way from a photo to the input.
struct PreprocessingDocument: Encodable {
  let resize: ResizeDocument
  let interpolation: String
  /// Height and width.
  let crop: [Int]
  let mean: [Double]
  let std: [Double]

  init(_ preprocessing: Preprocessing) {
    resize = ResizeDocument(resize: preprocessing.resize)
    interpolation = preprocessing.interpolation.rawValue
    crop = [preprocessing.crop.height, preprocessing.crop.width]
    mean = preprocessing.mean
    std = preprocessing.deviation
  }
}

/// The JSON of the size before the crop: `256`, `[64, 128]`, `{"cover": [256, 256]}` or `null`.
struct ResizeDocument: Encodable {
  let resize: PhotoResize

  private enum CodingKeys: String, CodingKey {
    case cover
  }

  func encode(to encoder: any Encoder) throws {
    switch resize {
    case .shorterSide(let side):
      var container = encoder.singleValueContainer()
      try container.encode(side)
    case .size(let height, let width):
      var container = encoder.singleValueContainer()
      try container.encode([height, width])
    case .cover(let height, let width):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode([height, width], forKey: .cover)
    case .unchanged:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }
}
