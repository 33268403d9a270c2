import VGGGraph

/// The JSON of the random changes to a photo.
struct AugmentationDocument: Encodable {
  private let augmentation: Augmentation

  init(_ augmentation: Augmentation) {
    self.augmentation = augmentation
  }

  private enum CodingKeys: String, CodingKey {
    case crop, flip
  }

  private enum CropKeys: String, CodingKey {
    case scale, ratio, padding
  }

  /// Writes `crop` as `null` if there isn't one.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(augmentation.flip, forKey: .flip)
    switch augmentation.crop {
    case .none: try container.encodeNil(forKey: .crop)
    case .resized(let scale, let ratio):
      var crop = container.nestedContainer(keyedBy: CropKeys.self, forKey: .crop)
      try crop.encode([scale.lowerBound, scale.upperBound], forKey: .scale)
      try crop.encode([ratio.lowerBound, ratio.upperBound], forKey: .ratio)
    case .padded(let padding):
      var crop = container.nestedContainer(keyedBy: CropKeys.self, forKey: .crop)
      try crop.encode(padding, forKey: .padding)
    }
  }
}
