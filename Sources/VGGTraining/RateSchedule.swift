#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rate of each epoch.
package enum RateSchedule: Hashable, Sendable {
  case constant(Double)
  /// One rate an epoch; the last goes on.
  case steps([Double])
  /// From `rate` along half a cosine towards 0 after `epochs`, as `CosineAnnealingLR`.
  case cosine(rate: Double, epochs: Int)
  /// The paper's: divided by `factor` whenever accuracy has not risen for `patience` epochs.
  case plateau(rate: Double, factor: Double = 10, patience: Int)

  /// The rate of epoch `accuracies.count`, given the accuracies after the epochs before it.
  package func rate(after accuracies: [Double]) -> Double {
    let epoch = accuracies.count
    switch self {
    case .constant(let rate): return rate
    case .steps(let rates): return rates.isEmpty ? 0 : rates[min(epoch, rates.count - 1)]
    case .cosine(let rate, let epochs):
      guard epoch < epochs else { return 0 }
      return rate * (1 + cos(Double.pi * Double(epoch) / Double(epochs))) / 2
    case .plateau(let rate, let factor, let patience):
      return rate / power(factor, Double(stalls(accuracies, patience)))
    }
  }

  /// How often accuracy has stalled for `patience` epochs.
  private func stalls(_ accuracies: [Double], _ patience: Int) -> Int {
    var (best, waited, stalls) = (-Double.infinity, 0, 0)
    for accuracy in accuracies {
      if accuracy > best {
        (best, waited) = (accuracy, 0)
      } else {
        waited += 1
        if waited >= patience { (waited, stalls) = (0, stalls + 1) }
      }
    }
    return stalls
  }
}
