import VGGWeights

/// The output of a network without classes.
package struct Features: Hashable, Sendable {
  /// Thrown when the output holds a value that is infinite or not a number.
  package struct NotFinite: Error, CustomStringConvertible {
    package let value: Float

    package var description: String {
      "the network's output holds \(value): the weights or the input are unusable"
    }
  }

  /// The values, row by row within a channel.
  package let values: [Float]
  /// Channels, height and width, or the number of values.
  package let shape: [Int]

  /// - Throws: `NotFinite`.
  package init(_ values: [Float], shape: [Int]) throws(NotFinite) {
    if let value = values.first(where: { !$0.isFinite }) { throw NotFinite(value: value) }
    self.values = values
    self.shape = shape
  }

  /// `{"shape": [512, 14, 14], "features": […]}` on one line, with the taps after it; numbers in the fewest digits that are
  /// the same float32 when read.
  func json(taps: TappedFeatures = .none) -> String { "{\(members)\(taps.members)}" }

  /// The same as `vgg predict` prints it: `{"format_version": 1, "input": "cat.jpg", "shape": …}`.
  package func json(version: Int, input: String, taps: TappedFeatures) -> String {
    #"{"format_version": \#(version), "input": \#(jsonString(input)), \#(members)\#(taps.members)}"#
  }

  private var members: String {
    let sizes = shape.map(\.description).joined(separator: ", ")
    let numbers = values.map(\.description).joined(separator: ", ")
    return #""shape": [\#(sizes)], "features": [\#(numbers)]"#
  }
}
