import VGGWeights

/// A network's output for one image, with the most probable classes.
package struct Classification: Hashable, Sendable {
  /// The network's unchanged output.
  package let values: [Float]
  private let output: ClassifierOutput
  /// Up to five classes, the most probable first, the lower class first if two are equal.
  package let top: [ClassProbability]

  /// - Throws: `NotFiniteOutput`.
  package init(
    _ values: [Float], _ output: ClassifierOutput, labels: [String]
  ) throws(NotFiniteOutput) {
    top = try ClassProbability.top(5, of: values, output, labels: labels)
    self.values = values
    self.output = output
  }

  /// `{"logits": […], "top": [{"class", "label", "probability"}]}` on one line, with the taps after it, or with
  /// `"probabilities"` if the network ends in softmax; numbers in the fewest digits that are the same float32 when read.
  func json(taps: TappedFeatures = .none) -> String { "{\(members)\(taps.members)}" }

  /// The same as `vgg predict` prints it: `{"format_version": 1, "input": "cat.jpg", "logits": […], …}`.
  package func json(version: Int, input: String, taps: TappedFeatures) -> String {
    #"{"format_version": \#(version), "input": \#(jsonString(input)), \#(members)\#(taps.members)}"#
  }

  private var members: String {
    let name =
      switch output {
      case .logits: "logits"
      case .probabilities: "probabilities"
      }
    let numbers = values.map(\.description).joined(separator: ", ")
    let candidates = top.map { candidate in
      let label = candidate.label.map(jsonString) ?? "null"
      return #"{"class": \#(candidate.index), "label": \#(label), "#
        + #""probability": \#(candidate.probability)}"#
    }
    return #""\#(name)": [\#(numbers)], "top": [\#(candidates.joined(separator: ", "))]"#
  }
}
