import VGGDiagnostics
import VGGGraph
import VGGLessons

/// The effect of an image's size on a network that it does not stop, in a sentence or two.
package struct SizeNote {
  package let text: String

  package init(_ graph: ModelGraph, _ phrases: any PagePhrasebook) {
    let smallest = phrases.smallest(graph.smallestSquareInput)
    if let dense = graph.dense, let places = dense.layer.window.output(of: dense.map.plane) {
      text = "\(phrases.scores(places, from: dense.map)) \(smallest)"
      return
    }
    guard graph.firstLinear != nil, let flattened = graph.totals.flattened else {
      text = smallest
      return
    }
    let means =
      !graph.hasFixedMap
      ? phrases.flattens(graph.finalMap, flattened, alike: graph.imagesAlike)
      : phrases.pools(to: graph.finalMap, flattened)
    text = "\(means) \(smallest)"
  }
}

extension ModelGraph {
  /// The sides of the square images with the same map size; `nil` if the network's own image is not square.
  fileprivate var imagesAlike: ClosedRange<Int>? {
    input.height == input.width
      ? InputSizes(self).sidesWithSameMap(as: input.height) : nil
  }
}
