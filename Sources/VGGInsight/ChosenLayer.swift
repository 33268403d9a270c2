import VGGGraph
import VGGSpec

/// A layer of a network whose values are wanted.
package struct ChosenLayer: Hashable, Sendable {
  /// The name by which it was chosen: the paper's, such as `conv3_2`, or torchvision's.
  package let name: String
  /// The index in `ModelGraph.layers` of the layer that computes the values; a dropout layer, which does nothing at
  /// inference, has those of the layer before it. `nil` for the image.
  package let index: Int?
  package let shape: Shape
}

extension ModelGraph {
  /// The layer that `name` names, by the paper's name or torchvision's.
  package func layer(named name: String) throws(InsightError) -> ChosenLayer {
    let places = NamedPlaces(layers)
    if let index = places.indices[name] { return chosen(index, name) }
    guard !isCutOff else {
      throw .unknownLayer(
        name, nearest: nearestLayer(to: name, places), known: places.names,
        endsAfter: places.names.last)
    }
    throw .unknownLayer(
      name, nearest: nearestLayer(to: name, places), known: places.names, endsAfter: nil)
  }

  /// The same for a layer whose output is a map.
  package func mapLayer(named name: String) throws(InsightError) -> ChosenLayer {
    let layer = try layer(named: name)
    guard case .map = layer.shape else {
      throw .noMap(layer: name, shape: "\(layer.shape)", lastMap: lastMapName)
    }
    return layer
  }

  /// The layer whose map explains an answer by default.
  package func explainedLayer() throws(InsightError) -> ChosenLayer {
    guard let index = explainedMap else { throw .noMaps(model: name) }
    return chosen(index, PaperNames(layers).names[index])
  }

  /// The last layer of each block whose output is not pooled, such as `relu1_2`, `relu2_2`, … of VGG-16.
  package var blockLayers: [ChosenLayer] {
    let names = PaperNames(layers).names
    var last: Int?
    var chosen: [ChosenLayer] = []
    for (index, layer) in layers.enumerated() where layer.position.isFeature {
      guard case .map = layer.output, !layer.kind.isDropout else { continue }
      if layer.kind.group != .pooling {
        last = index
      } else if let block = last {
        chosen.append(self.chosen(block, names[block]))
        last = nil
      }
    }
    if let block = last { chosen.append(self.chosen(block, names[block])) }
    return chosen
  }

  private func chosen(_ index: Int, _ name: String) -> ChosenLayer {
    let computing = layers[...index].lastIndex { !$0.kind.isDropout }
    return ChosenLayer(name: name, index: computing, shape: layers[index].output)
  }

  private func nearestLayer(to name: String, _ places: NamedPlaces) -> String? {
    nearestName(to: name, among: places.names) ?? nearestName(to: name, among: layers.map(\.name))
  }

  /// The paper's name of the last layer that outputs a map; `nil` if none does.
  private var lastMapName: String? {
    let last = layers.lastIndex { layer in
      if case .map = layer.output { !layer.kind.isDropout } else { false }
    }
    return last.map { PaperNames(layers).names[$0] }
  }
}
