import VGGDiagnostics
import VGGFindings

/// `preprocess: {resize: 256, crop: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225]}`.
package enum PreprocessKey: String, ConfigurationKey {
  case resize
  case crop
  case mean
  case std

  package static let section = Section.preprocess

  package static let otherNames: [String: Self] = [
    "resize_size": .resize, "crop_size": .crop, "center_crop": .crop, "deviation": .std,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .resize:
      means(
        "Pixels of the shorter side after resizing; at least the longer side of `crop`.",
        .integer(LanguageBounds.imageSide), default: .rule("256/224 of the input's longer side"))
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
