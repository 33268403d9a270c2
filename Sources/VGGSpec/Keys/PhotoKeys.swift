import VGGDiagnostics
import VGGFindings
import VGGPhotoFit

/// `preprocess: {resize: 256, interpolation: bilinear, crop: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225]}`.
package enum PreprocessKey: String, ConfigurationKey {
  case resize
  case interpolation
  case crop
  case mean
  case std

  package static let section = Section.preprocess

  package static let otherNames: [String: Self] = [
    "resize_size": .resize, "resample": .interpolation, "filter": .interpolation,
    "crop_size": .crop, "center_crop": .crop, "deviation": .std,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .resize:
      means(
        "The size before the crop: pixels of the shorter side, or `[height, width]` for the whole photo, squashed.",
        .oneOf([
          .integer(LanguageBounds.imageSide), .plane,
          .word(Word("none", "Every photo as it is.")),
        ]),
        default: .rule(
          "photos of the input's size as they are, others just large enough for 256/224 of its height and width"
        ))
    case .interpolation:
      means(
        "The filter that resizes photos, as Pillow has it.",
        .oneOf(PhotoInterpolation.allCases.map { .word($0.word) }),
        default: .value(.word(LanguageDefaults.interpolation.rawValue)))
    case .crop:
      means(
        "The size cut from the middle, which must be the input's.",
        .oneOf([.integer(LanguageBounds.imageSide), .plane]), default: .rule("the input's"))
    case .mean:
      means(
        "Subtracted, on values from 0 to 1: one number, or one a channel.",
        .numberPerChannel(-1e6...1e6),
        default: .rule(
          "\(LanguageDefaults.colourMean) for 3 channels, else \(plain(LanguageDefaults.mean))"))
    case .std:
      means(
        "Divided by after `mean` is subtracted: one number, or one a channel.",
        .numberPerChannel(1e-6...1e6),
        default: .rule(
          "\(LanguageDefaults.colourDeviation) for 3 channels, else \(plain(LanguageDefaults.deviation))"
        ))
    }
  }
}

/// `augment: {crop: {scale: [0.08, 1], ratio: [0.75, 1.3333]}, flip: 0.5}`.
package enum AugmentKey: String, ConfigurationKey {
  case crop
  case flip

  package static let section = Section.augment

  package static let otherNames: [String: Self] = [
    "random_crop": .crop, "random_resized_crop": .crop, "resized_crop": .crop,
    "hflip": .flip, "horizontal_flip": .flip, "mirror": .flip, "random_horizontal_flip": .flip,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .crop:
      means(
        "Which part of a photo is taken.",
        .oneOf([
          .word(Word("none", "The middle, as `preprocess` says.")), .nothing,
          .word(Word("random", "`{scale: [0.08, 1], ratio: [0.75, 1.3333]}`.")),
          .mapping(MappingForm(RandomCropKey.self, [.scale, .ratio])),
          .mapping(MappingForm(RandomCropKey.self, [.padding])),
        ]), default: .value(.word("none")))
    case .flip:
      means(
        "The probability that a photo is mirrored, left for right.", .number(0...1),
        default: .value(.number(LanguageDefaults.flip)))
    }
  }
}

/// `crop: {scale: [0.08, 1], ratio: [0.75, 1.3333]}`, or `crop: {padding: 4}`.
package enum RandomCropKey: String, ConfigurationKey {
  case scale
  case ratio
  case padding

  package static let section = Section.randomCrop

  package static let otherNames: [String: Self] = [
    "aspect_ratio": .ratio, "area": .scale, "pad": .padding,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .scale:
      means(
        "The smallest and the largest share of the photo's area.",
        .tuple(Array(repeating: .number(1e-6...1), count: 2)),
        default: .value(
          .list([
            .number(RandomCrop.standardScale.lowerBound),
            .number(RandomCrop.standardScale.upperBound),
          ])))
    case .ratio:
      means(
        "The smallest and the largest width divided by height.",
        .tuple(Array(repeating: .number(1e-3...1e3), count: 2)), default: .rule("3/4 to 4/3"))
    case .padding:
      means(
        "Black pixels on each side of the middle, of which a random part of the input's size is taken.",
        .integer(LanguageBounds.padding), default: .required)
    }
  }
}

extension ValueForm {
  fileprivate static func numberPerChannel(_ bounds: ClosedRange<Double>) -> ValueForm {
    .oneOf([
      .number(bounds), .list(of: .number(bounds), count: 1...LanguageBounds.channels.upperBound),
    ])
  }
}

extension PhotoInterpolation {
  fileprivate var word: Word {
    switch self {
    case .bilinear: Word(rawValue, "The mean of the pixels around, the nearer the more.")
    case .bicubic: Word(rawValue, "The same with a cubic, which keeps edges sharper.")
    case .nearest: Word(rawValue, "The nearest pixel alone.")
    }
  }
}
