import VGGGraph
import VGGSpec

/// A network's class activation map in plain operators: Grad-CAM of the class with the largest score.
///
/// The layers after the map are a short chain, so the gradient of the score is a few products and masks. Pooling layers
/// right after the map keep the sum of a gradient over its channel, and Grad-CAM takes the channel's mean, so they need no
/// operator. The result is divided by its largest value.
package struct ONNXExplanation: Hashable, Sendable {
  /// The reason why a network's answers cannot be explained in plain operators.
  package enum Refusal: Error, Hashable, Sendable {
    case noClasses
    case noMap
    /// A layer after the map, by the paper's name, whose gradient has no plain operators here.
    case layer(String, notation: String)
  }

  /// The paper's name of the explained layer.
  package let layerName: String
  private let map: MapShape
  private let index: Int
  /// The layers whose gradients are computed, from the first to the last.
  private let head: [HeadLayer]
  private let classes: Int
  /// The index of the layer that computes the scores.
  private let scores: Int

  /// - Throws: ``Refusal``.
  package init(_ graph: ModelGraph) throws(Refusal) {
    guard graph.outcome != .features else { throw .noClasses }
    guard let index = graph.explainedMap, case .map(let map) = graph.layers[index].output else {
      throw .noMap
    }
    let names = PaperNames(graph.layers).names
    layerName = names[index]
    (self.index, self.map) = (index, map)
    let last = graph.layers.lastIndex { !$0.kind.isDropout && !$0.kind.isSoftmax } ?? index
    scores = last
    classes = graph.output.elementCount
    var start = index + 1
    while start <= last, graph.layers[start].kind.keepsChannelSums { start += 1 }
    var head: [HeadLayer] = []
    for place in start..<max(start, last + 1) {
      let layer = graph.layers[place]
      guard layer.kind.hasPlainGradient else {
        throw .layer(names[place], notation: layer.kind.notation)
      }
      head.append(HeadLayer(index: place, layer: layer))
    }
    self.head = head
  }

  /// Height and width of the map.
  var shape: [Int] { [map.height, map.width] }

  /// The operators that compute the map.
  ///
  /// - Parameter value: Returns the name of the value after the layer with an index; `nil` for the image.
  func operations(value: (Int?) -> String) -> [Operation] {
    var gradient = GradientBuilder(of: value(scores), classes: classes)
    for part in head.reversed() {
      part.layer.kind.appendGradient(
        of: HeadValues(
          layer: part.layer, input: value(part.index - 1), output: value(part.index)),
        to: &gradient)
    }
    return gradient.map(of: value(index), map)
  }
}

/// A layer after the explained map.
private struct HeadLayer: Hashable, Sendable {
  let index: Int
  let layer: Layer
}

/// A layer with the names of its values.
struct HeadValues {
  let layer: Layer
  let input: String
  let output: String

  /// One of the layer's weights.
  func weight(_ part: String) -> Operand { .named("\(layer.name).\(part)") }
}
