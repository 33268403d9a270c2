import VGGDiagnostics
import VGGGraph
import VGGLessons

/// What an image's size means for a network that it does not stop, in a sentence or two.
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
  /// The square images that give as large a map; `nil` where the network's own is not square.
  fileprivate var imagesAlike: ClosedRange<Int>? {
    input.height == input.width
      ? InputSizes(self).sidesWithSameMap(as: input.height) : nil
  }
}
