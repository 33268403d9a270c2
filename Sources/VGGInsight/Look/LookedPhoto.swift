import VGGGraph
import VGGRuntime

/// A network's view of one photo, and the reason for one of its classes.
package struct LookedPhoto: Sendable {
  /// The photo's path.
  package let input: String
  /// The photo as the network gets it.
  package let picture: PixelImage
  /// The most probable classes, the most probable first.
  package let answer: [ClassProbability]
  /// The class that the map explains.
  package let explained: ClassProbability
  package let map: ClassActivationMap
  /// The values of the insight's layers.
  package let layers: [LayerValues]

  /// The most classes in ``answer``.
  package static let mostClasses = 10

  /// Looks at `image` through `insight`.
  ///
  /// - Parameters:
  ///   - classNumber: The explained class; `nil` for the most probable one.
  ///   - labels: The classes' labels in order; may be empty.
  /// - Throws: `InsightError` for values that are not finite; `ComputeError` from the run.
  package init(
    _ input: String, _ image: [Float], through insight: Insight, classNumber: Int?,
    labels: [String]
  ) throws {
    let found = try insight.look(at: image) { classNumber ?? $0.indexOfLargest }
    let output: ClassifierOutput =
      insight.graph.outcome == .probabilities ? .probabilities : .logits
    let classes: [ClassProbability]
    do {
      classes = try ClassProbability.top(
        found.output.count, of: found.output, output, labels: labels)
    } catch {
      throw InsightError.notFinite(.output)
    }
    guard let explained = classes.first(where: { $0.index == found.map.classNumber }) else {
      preconditionFailure("every class has a probability")
    }
    self.input = input
    picture = PixelImage(input: image, of: insight.graph)
    answer = Array(classes.prefix(Self.mostClasses))
    self.explained = explained
    map = found.map
    layers = found.layers
  }
}
