import VGGGraph

/// The JSON of an output in addition to the last.
package struct TapDocument: Encodable {
  let name: String
  /// torchvision's name of the layer.
  let layer: String
  /// Channels, height and width, or the number of values.
  let output: [Int]

  /// The taps of a network; `nil` for one without, whose documents have no key for them.
  package static func all(of graph: ModelGraph) -> [TapDocument]? {
    graph.taps.isEmpty
      ? nil
      : graph.tappedLayers.map { tap, layer in
        TapDocument(name: tap.name, layer: layer.name, output: layer.output.dimensions)
      }
  }
}
