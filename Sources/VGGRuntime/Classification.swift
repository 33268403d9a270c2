import VGGWeights

/// A network's output for one image, with the most probable classes.
package struct Classification: Hashable, Sendable {
  package struct Candidate: Hashable, Sendable {
    package let index: Int
    package let label: String?
    package let probability: Float
  }

  /// Thrown when the output of a network holds a value that is infinite or not a number.
  package struct NotFinite: Error, CustomStringConvertible {
    let index: Int
    let value: Float

    package var description: String {
      "the network's output for class \(index) is \(value): the weights or the input are unusable"
    }
  }

  /// The network's unchanged output.
  package let values: [Float]
  private let output: ClassifierOutput
  /// Up to five classes, the most probable first, the lower class first if two are equal.
  package let top: [Candidate]

  /// - Throws: `NotFinite`.
  package init(_ values: [Float], _ output: ClassifierOutput, labels: [String]) throws(NotFinite) {
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw NotFinite(index: index, value: values[index])
    }
    self.values = values
    self.output = output
    var probabilities = values
    if output == .logits { normalizeExponentials(&probabilities) }
    let order = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
    top = order.prefix(5).map { index in
      Candidate(
        index: index, label: index < labels.count ? labels[index] : nil,
        probability: probabilities[index])
    }
  }

  /// `{"logits": […], "top": [{"class", "label", "probability"}]}` on one line, with the taps after it, or with
  /// `"probabilities"` if the network ends in softmax; numbers in the fewest digits that are the same float32 when read.
  func json(taps: TappedFeatures = .none) -> String { "{\(members)\(taps.members)}" }

  /// The same with the input's name in front: `{"input": "cat.jpg", "logits": […], …}`.
  package func json(input: String, taps: TappedFeatures) -> String {
    #"{"input": \#(jsonString(input)), \#(members)\#(taps.members)}"#
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
