import VGGData
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMetrics
import VGGPhotoFit

extension PhotoCoverage {
  /// Warnings about the photos' placement in the network's input; none if most of each is seen and nothing is black.
  ///
  /// - Parameter photos: A description of the photos, such as `the photos of digits/train`.
  func warnings(
    on graph: ModelGraph, photos: String, in language: Language
  ) -> [String] {
    let phrases = language.runPhrases
    return [
      smallShare(of: photos, graph.preprocessing, phrases),
      emptiness(of: photos, graph.preprocessing, phrases),
    ].compactMap { $0 }
  }

  /// A warning if less than half is seen, unless the configuration's check has already given it.
  private func smallShare(
    of photos: String, _ preprocessing: Preprocessing, _ phrases: any PhotoPhrases
  ) -> String? {
    guard share < 0.5, preprocessing.largestVisibleShare >= 0.5 else { return nil }
    let crop = preprocessing.crop
    let isBetterWithoutResize = usualShare > share
    return phrases.smallShare(
      percent(share), of: photos, crop: crop,
      withoutResize: isBetterWithoutResize ? percent(usualShare) : nil)
  }

  /// A warning if photos are smaller than the input.
  private func emptiness(
    of photos: String, _ preprocessing: Preprocessing, _ phrases: any PhotoPhrases
  ) -> String? {
    guard let first = firstUnfilled else { return nil }
    let (rows, columns) = (first.placement.rows, first.placement.columns)
    return phrases.emptiness(
      unfilled, of: photos,
      PhotoWithinInput(
        path: first.path, size: PlaneSize(height: rows.photo, width: columns.photo),
        resized: first.placement.resizes
          ? PlaneSize(height: rows.resized, width: columns.resized) : nil,
        input: PlaneSize(height: rows.crop, width: columns.crop)))
  }
}
