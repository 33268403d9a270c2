/// The bounds of the numbers in a configuration.
///
/// They are far beyond any network that can run, and small enough that window arithmetic cannot
/// overflow; products of them are checked where they are computed.
package enum LanguageBounds {
  package static let channels = 1...16_777_216
  package static let imageSide = 1...1_048_576
  package static let kernel = 1...1_024
  package static let stride = 1...1_024
  package static let padding = 0...1_024
  package static let dilation = 1...1_024
  package static let rate = 0.0...1_000
  package static let batch = 1...65_536
  package static let epochs = 1...1_000_000
  package static let normalizationSize = 1...1_024
  package static let leakySlope = 0.0...1
  package static let eluAlpha = 0.0...1_000
  /// Entries of `features` and of `classifier`.
  package static let elementCount = 1_000_000
  /// Models in one file; their entries together are bounded by ``elementCount``.
  package static let modelCount = 10_000
  /// The length of the longest chain of configurations that extend each other.
  package static let inheritanceDepth = 32
}
