#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The output of `vgg predict --format json` or an emitted program for one image.
struct PrintedAnswer: Decodable {
  private struct Tap: Decodable {
    let values: [Float]
  }

  private let logits: [Float]?
  private let probabilities: [Float]?
  private let features: [Float]?
  private let taps: [String: Tap]?

  /// `nil` if `json` is not an answer.
  init?(_ json: String) {
    guard let printed = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else {
      return nil
    }
    self = printed
  }

  /// The network's output.
  var output: [Float]? { logits ?? probabilities ?? features }

  /// The values of the taps, by name.
  var tapValues: [String: [Float]] { taps?.mapValues(\.values) ?? [:] }
}
