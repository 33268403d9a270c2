import VGGWeights

/// Random numbers for property tests: equal seeds make equal tests.
package typealias SeededGenerator = SplitMix64

extension SplitMix64 {
  package mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// `count` numbers from -1 to 1.
  package mutating func floats(_ count: Int) -> [Float] {
    (0..<count).map { _ in Float.random(in: -1...1, using: &self) }
  }
}
