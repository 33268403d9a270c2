/// A class with the probability that a network assigns to it.
public struct ClassProbability: Hashable, Sendable {
  /// The number of the class, from 0.
  public let index: Int
  /// The name of the class; `nil` if there are fewer names than classes.
  public let label: String?
  /// The probability, from 0 to 1.
  public let probability: Float
}

extension ClassProbability {
  /// The `count` most probable classes of a network's output, the most probable first, the lower class first if two are equal.
  ///
  /// - Throws: `NotFiniteOutput` when a value is infinite or not a number.
  package static func top(
    _ count: Int, of values: [Float], _ output: ClassifierOutput, labels: [String]
  ) throws(NotFiniteOutput) -> [ClassProbability] {
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw NotFiniteOutput(index: index, value: values[index])
    }
    var probabilities = values
    switch output {
    case .logits: normalizeExponentials(&probabilities)
    case .probabilities: break
    }
    let order = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
    return order.prefix(max(0, count)).map { index in
      ClassProbability(
        index: index, label: index < labels.count ? labels[index] : nil,
        probability: probabilities[index])
    }
  }
}

extension FeatureVector {
  /// The most probable classes, the most probable first, the lower class first if two are equal.
  ///
  /// ```swift
  /// for candidate in try network(image).top(5, labels: ["cat", "dog", "horse"]) {
  ///   print(candidate.label ?? "class \(candidate.index)", candidate.probability)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - limit: The largest number of classes to return.
  ///   - labels: The classes' names in order; may be empty.
  ///   - output: The kind of values that the network's last layer outputs.
  /// - Throws: `NotFiniteOutput` when a value is infinite or not a number.
  public func top(
    _ limit: Int, labels: [String] = [], output: ClassifierOutput = .logits
  ) throws(NotFiniteOutput) -> [ClassProbability] {
    try ClassProbability.top(limit, of: values, output, labels: labels)
  }
}
