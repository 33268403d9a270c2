import VGGWeights

/// The values of a network's taps as a part of its answer for one image.
package struct TappedFeatures: Hashable, Sendable {
  private let taps: [NamedValues]

  /// No taps, as most networks have none.
  static let none = TappedFeatures()

  private init() { taps = [] }

  /// - Throws: `Features.NotFinite` if a value is infinite or not a number.
  package init(_ taps: [NamedValues]) throws(Features.NotFinite) {
    for tap in taps { _ = try Features(tap.values, shape: tap.dimensions) }
    self.taps = taps
  }

  /// `, "taps": {"relu1_2": {"shape": [64, 224, 224], "values": […]}}`, to come after an answer's other members; empty
  /// without taps.
  var members: String {
    guard !taps.isEmpty else { return "" }
    let entries = taps.map { tap in
      let sizes = tap.dimensions.map(\.description).joined(separator: ", ")
      let numbers = tap.values.map(\.description).joined(separator: ", ")
      return #"\#(jsonString(tap.name)): {"shape": [\#(sizes)], "values": [\#(numbers)]}"#
    }
    return #", "taps": {\#(entries.joined(separator: ", "))}"#
  }
}
