import VGGPhotoFit

/// The part of the photos that a network sees, and the photos that are too small for its input.
package struct PhotoCoverage: Sendable {
  /// A photo that leaves a part of the input black.
  package struct UnfilledPhoto: Sendable {
    package let path: String
    package let placement: PhotoPlacement
  }

  /// The photos whose place is not random.
  package private(set) var photos = 0
  /// The photos that leave a part of the input black.
  package private(set) var unfilled = 0
  package private(set) var firstUnfilled: UnfilledPhoto?
  private var shares = 0.0
  private var usualShares = 0.0

  package init() {}

  /// Counts the photo at `path`.
  package mutating func add(_ placement: PhotoPlacement, path: String) {
    photos += 1
    shares += placement.visibleShare
    usualShares += placement.usual.visibleShare
    guard !placement.fillsCrop else { return }
    unfilled += 1
    if firstUnfilled == nil { firstUnfilled = UnfilledPhoto(path: path, placement: placement) }
  }

  /// The average share of a photo's area that the network sees; 1 if there are no photos.
  package var share: Double { photos == 0 ? 1 : shares / Double(photos) }

  /// The same for a configuration that does not say how photos are resized.
  package var usualShare: Double { photos == 0 ? 1 : usualShares / Double(photos) }
}
