import VGGSpec

/// The choices that most convolutions of a network share, which the model states once.
struct SharedChoices {
  let batchNorm: Bool
  let activation: ActivationChoice

  /// - Parameters:
  ///   - features: Entries whose convolutions state both.
  ///   - activation: The activation that the model must have; `nil` for that of most convolutions.
  init(of features: [FeatureElement], activation: ActivationChoice? = nil) {
    let convolutions = features.compactMap { element -> ConvolutionSpec? in
      if case .convolution(let convolution) = element { convolution } else { nil }
    }
    let norms = convolutions.count { $0.batchNorm == true }
    batchNorm = 2 * norms > convolutions.count
    var counts: [(choice: ActivationChoice, count: Int)] = [(.function(.relu), 0)]
    for choice in convolutions.compactMap(\.activation) {
      if let index = counts.firstIndex(where: { $0.choice == choice }) {
        counts[index].count += 1
      } else {
        counts.append((choice, 1))
      }
    }
    // ReLU wins a tie.
    self.activation =
      activation ?? counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.choice
  }

  /// The entries without the model's choices; a convolution before a separate activation still states its own.
  func shortened(_ features: [FeatureElement]) -> [FeatureElement] {
    features.enumerated().map { index, element in
      guard case .convolution(var convolution) = element else { return element }
      let isFollowed =
        if index + 1 < features.count, case .activation = features[index + 1] { true } else {
          false
        }
      if convolution.batchNorm == batchNorm { convolution.batchNorm = nil }
      if convolution.activation == activation, !isFollowed || activation == .none {
        convolution.activation = nil
      }
      return .convolution(convolution)
    }
  }
}
