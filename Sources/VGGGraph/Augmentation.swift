import VGGSpec

/// The random changes to a photo before it is trained on, with all defaults filled in.
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
