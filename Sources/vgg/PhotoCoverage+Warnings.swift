import VGGData
import VGGGraph
import VGGMetrics
import VGGPhotoFit

extension PhotoCoverage {
  /// Warnings about the photos' places in the network's input; none where most of each is seen and nothing is black.
  ///
  /// - Parameter photos: The photos in words, such as `the photos of digits/train`.
  func warnings(on graph: ModelGraph, photos: String) -> [String] {
    [smallShare(of: photos, graph.preprocessing), emptiness(of: photos, graph.preprocessing)]
      .compactMap { $0 }
  }

  /// The share that is seen where it is less than half, unless the configuration's check has said so.
  private func smallShare(of photos: String, _ preprocessing: Preprocessing) -> String? {
    guard share < 0.5, preprocessing.largestVisibleShare >= 0.5 else { return nil }
    let crop = preprocessing.crop
    let isBetterWithoutResize = usualShare > share
    return
      "the network sees \(percent(share)) of \(photos): the middle \(crop.height) x \(crop.width) pixels of each; "
      + (isBetterWithoutResize
        ? "without `resize` it would be \(percent(usualShare)), and " : "")
      + "`preprocess: {resize: [\(crop.height), \(crop.width)]}` shows whole photos, squashed"
  }

  /// The photos that are smaller than the input.
  private func emptiness(of photos: String, _ preprocessing: Preprocessing) -> String? {
    guard let first = firstUnfilled else { return nil }
    let (rows, columns) = (first.placement.rows, first.placement.columns)
    let resized =
      first.placement.resizes ? ", \(rows.resized) x \(columns.resized) after resizing" : ""
    return
      "\(unfilled) of \(photos) \(unfilled == 1 ? "leaves" : "leave") a part of the input black: \(first.path) has "
      + "\(rows.photo) x \(columns.photo) pixels (height x width)\(resized), and the network takes "
      + "\(rows.crop) x \(columns.crop); without `resize` every photo is made large enough"
  }
}
