/// The place of a photo in a network's input: the size it is resized to, and the part in its middle that is cropped.
///
/// All code that needs a photo's place uses this type: the check of a configuration, reading photos, warnings about parts that
/// the network does not see, and generated packages. The sizes are those of torchvision's `Resize` and `CenterCrop`.
package struct PhotoPlacement: Hashable, Sendable {
  package let rows: PlacedAxis
  package let columns: PlacedAxis

  /// The place of a photo of `height` x `width` pixels.
  ///
  /// - Precondition: all sizes are from 1 to 2^31 - 1.
  package init(
    height: Int, width: Int, resize: PhotoResize, cropHeight: Int, cropWidth: Int
  ) {
    let resized: (height: Int, width: Int)
    switch resize {
    case .unchanged: resized = (height, width)
    case .size(let height, let width): resized = (height, width)
    case .shorterSide(let side):
      let shorter = min(height, width)
      resized = (height * side / shorter, width * side / shorter)
    case .cover where height == cropHeight && width == cropWidth: resized = (height, width)
    case .cover(let least, let leastWidth):
      // The side that needs the larger factor decides; the other is at least as long as required.
      let isDecidedByHeight = least * width >= leastWidth * height
      resized =
        isDecidedByHeight
        ? (least, width * least / height) : (height * leastWidth / width, leastWidth)
    }
    rows = PlacedAxis(photo: height, resized: resized.height, crop: cropHeight)
    columns = PlacedAxis(photo: width, resized: resized.width, crop: cropWidth)
  }

  /// The place of the same photo by the usual rule for the crop.
  package var usual: PhotoPlacement {
    PhotoPlacement(
      height: rows.photo, width: columns.photo,
      resize: .usual(cropHeight: rows.crop, cropWidth: columns.crop), cropHeight: rows.crop,
      cropWidth: columns.crop)
  }

  /// Whether the photo changes its size.
  package var resizes: Bool { rows.resized != rows.photo || columns.resized != columns.photo }

  /// Whether the crop has only pixels of the photo; otherwise the rest is black.
  package var fillsCrop: Bool { rows.fillsCrop && columns.fillsCrop }

  /// The share of the photo's area that the crop keeps.
  package var visibleShare: Double { rows.visibleShare * columns.visibleShare }
}

/// One axis of a photo's place.
package struct PlacedAxis: Hashable, Sendable {
  /// The photo's pixels.
  package let photo: Int
  /// The pixels after resizing.
  package let resized: Int
  /// The crop's pixels.
  package let crop: Int
  /// The pixels of the resized photo that the crop keeps.
  package let kept: Range<Int>

  init(photo: Int, resized: Int, crop: Int) {
    self.photo = photo
    self.resized = resized
    self.crop = crop
    let start = resized > crop ? halfToEven(resized - crop) : 0
    kept = start..<start + min(crop, resized)
  }

  /// The black pixels of the crop before the photo starts.
  package var margin: Int { max(0, (crop - resized) / 2) }

  var fillsCrop: Bool { resized >= crop }

  var visibleShare: Double { Double(kept.count) / Double(resized) }
}

/// Half of `value`, with halves rounded to the nearest even number, as by Python's `round`.
private func halfToEven(_ value: Int) -> Int {
  let half = value / 2
  return value.isMultiple(of: 2) || half.isMultiple(of: 2) ? half : half + 1
}
