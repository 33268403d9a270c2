import VGGFiles
import VGGWeights

extension PhotoFolder {
  /// Holds back a share of every class's photos for testing.
  ///
  /// A class with at least two photos has at least one in each part; a class with one photo has it
  /// in the training part. The same seed selects the same photos, and the photos of one class do not
  /// depend on other classes.
  ///
  /// - Parameter share: above 0 and below 1.
  package func split(
    holdingBack share: Double, seed: UInt64
  ) -> (training: PhotoFolder, test: PhotoFolder) {
    var isHeldBack = [Bool](repeating: false, count: photos.count)
    let indices = photos.indices.reduce(into: [[Int]](repeating: [], count: classes.count)) {
      $0[photos[$1].label].append($1)
    }
    for (label, members) in indices.enumerated() where members.count > 1 {
      var generator = SplitMix64(seed: seed, name: "split \(classes[label])")
      let wanted = Int(clamping: (Double(members.count) * share).rounded())
      let count = min(max(wanted, 1), members.count - 1)
      for place in shuffledIndices(members.count, using: &generator).prefix(count) {
        isHeldBack[members[place]] = true
      }
    }
    func part(_ isTest: Bool) -> PhotoFolder {
      var part = self
      part.photos = zip(photos, isHeldBack).filter { $0.1 == isTest }.map { $0.0 }
      return part
    }
    return (part(false), part(true))
  }
}

/// The numbers from 0 to `count` - 1 in an order that depends only on the generator (Fisher and
/// Yates).
///
/// Replaces the standard library's `shuffled`, which may change from version to version.
func shuffledIndices(_ count: Int, using generator: inout SplitMix64) -> [Int] {
  var order = Array(0..<count)
  for last in stride(from: count - 1, to: 0, by: -1) {
    order.swapAt(last, generator.integer(below: last + 1))
  }
  return order
}

extension SplitMix64 {
  /// A number from 0 to `bound` - 1, all equally likely: the high half of a product of 128 bits.
  mutating func integer(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A number from 0 up to but not including 1, one of 2^53 equally spaced ones.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
