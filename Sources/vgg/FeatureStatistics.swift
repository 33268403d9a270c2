import VGGDiagnostics
import VGGFiles
import VGGRuntime

/// A summary of a network's features for a terminal: their range, their mean and the share of zeros.
struct FeatureStatistics {
  private let shape: [Int]
  private let smallest: Float
  private let largest: Float
  private let mean: Double
  private let zeros: Int
  private let count: Int

  init(_ features: Features) {
    let values = features.values
    shape = features.shape
    count = values.count
    smallest = values.min() ?? 0
    largest = values.max() ?? 0
    mean = values.reduce(0.0) { $0 + Double($1) } / Double(max(count, 1))
    zeros = values.count { $0 == 0 }
  }

  /// For example: `512x14x14  0 to 41.5, mean 0.83, 71% zeros`.
  func line(in phrases: any PhotoPhrases) -> String {
    let sizes = shape.map(\.description).joined(separator: "x")
    let percent = Int(clamping: (100 * Double(zeros) / Double(max(count, 1))).rounded())
    return "\(sizes)  "
      + phrases.features(
        from: short(Double(smallest)), to: short(Double(largest)), mean: short(mean),
        zeros: "\(percent)%")
  }

  /// The number with at most three decimal places.
  private func short(_ number: Double) -> String { plain((number * 1000).rounded() / 1000) }
}
