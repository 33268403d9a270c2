import VGGSpec

/// What chance does to a photo before it is trained on: every number settled.
package struct Augmentation: Hashable, Sendable {
  package var crop: RandomCrop
  /// The probability that a photo is mirrored.
  package var flip: Double

  package init(crop: RandomCrop = .none, flip: Double = 0) {
    self.crop = crop
    self.flip = flip
  }

  package init(_ spec: AugmentSpec?) {
    self.init(crop: spec?.crop?.value ?? .none, flip: spec?.flip?.value ?? 0)
  }

  /// Whether photos stay as they are.
  package var isNone: Bool { crop == .none && flip == 0 }
}
