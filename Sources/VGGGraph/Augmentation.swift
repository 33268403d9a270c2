import VGGSpec

/// What chance does to a photo before it is trained on: every number settled.
package struct Augmentation: Hashable, Sendable {
  package var crop: RandomCrop
  /// The probability that a photo is mirrored.
  package var flip: Double

  package init(crop: RandomCrop = .none, flip: Double = LanguageDefaults.flip) {
    self.crop = crop
    self.flip = flip
  }

  package init(_ spec: AugmentSpec?) {
    self.init(crop: spec?.crop?.value ?? .none, flip: spec?.flip?.value ?? LanguageDefaults.flip)
  }
}
