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
        "The size before the crop: the shorter side in pixels, or `[height, width]` to squash the whole photo.",
        .oneOf([
          .integer(LanguageBounds.imageSide), .plane,
          .word(Word("none", "Photos are not resized.", for: .without(.resize))),
        ]),
        default: .rule(
          "photos of the input's size stay as they are, others just cover 256/224 of its height and width"
        ))
    case .interpolation:
      means(
        "The filter for resizing photos, as in Pillow.",
        .oneOf(PhotoInterpolation.allCases.map { .word($0.word) }),
        default: .value(.word(LanguageDefaults.interpolation.rawValue)))
    case .crop:
      means(
        "The size of the centre crop, which must be the input's.",
        .oneOf([.integer(LanguageBounds.imageSide), .plane]), default: .rule("the input's size"))
    case .mean:
      means(
        "Subtracted from pixel values of 0 to 1: one number, or one per channel.",
        .numberPerChannel(-1e6...1e6),
        default: .rule(
          "\(LanguageDefaults.colourMean) for 3 channels, otherwise \(plain(LanguageDefaults.mean))"
        ))
    case .std:
      means(
        "The divisor after `mean` is subtracted: one number, or one per channel.",
        .numberPerChannel(1e-6...1e6),
        default: .rule(
          "\(LanguageDefaults.colourDeviation) for 3 channels, otherwise \(plain(LanguageDefaults.deviation))"
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
        "The part of each photo to use.",
        .oneOf([
          .word(Word("none", "The centre crop, as set by `preprocess`.", for: .without(.crop))),
          .nothing,
          .word(Word("random", "`{scale: [0.08, 1], ratio: [0.75, 1.3333]}`.", for: .randomCrop)),
          .mapping(MappingForm(RandomCropKey.self, [.scale, .ratio])),
          .mapping(MappingForm(RandomCropKey.self, [.padding])),
        ]), default: .value(.word("none")))
    case .flip:
      means(
        "The probability that a photo is mirrored horizontally.", .number(0...1),
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
        "The smallest and the largest ratio of width to height.",
        .tuple(Array(repeating: .number(1e-3...1e3), count: 2)), default: .rule("3/4 to 4/3"))
    case .padding:
      means(
        "Black pixels added on each side of the centre crop, before a random crop of the input's size.",
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
    case .bilinear:
      Word(
        rawValue, "The mean of the surrounding pixels, weighted by nearness.",
        for: .interpolation(self))
    case .bicubic:
      Word(
        rawValue, "The same with cubic weights, which keep edges sharper.",
        for: .interpolation(self))
    case .nearest: Word(rawValue, "Only the nearest pixel.", for: .interpolation(self))
    }
  }
}
