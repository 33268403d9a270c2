import VGGFiles
import VGGMarkup

/// The durations of runs.
struct BenchTiming {
  /// The durations of whole runs.
  var whole: [Duration] = []
  /// The durations of each step, from other runs.
  var steps: [[Duration]] = []

  var median: Duration { BenchTiming.median(of: whole) }

  var minimum: Duration { whole.min() ?? .zero }

  /// The median of step `index` over all runs.
  func median(ofStep index: Int) -> Duration {
    BenchTiming.median(of: steps.map { $0[index] })
  }

  /// The middle value; for an even number of values, the mean of the two in the middle.
  private static func median(of durations: [Duration]) -> Duration {
    let sorted = durations.sorted()
    guard !sorted.isEmpty else { return .zero }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}

extension Duration {
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) * 1e-15
  }
}

/// Milliseconds with microsecond precision.
func milliseconds(_ value: Double) -> String {
  decimal(Int(clamping: (value * 1e3).rounded()), per: 1_000, places: 3)
}
