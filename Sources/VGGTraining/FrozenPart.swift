import VGGGraph

/// The layers from the front that training does not change: they run as at inference, batch normalisation layers with
/// their running statistics.
package struct FrozenPart: Hashable, Sendable {
  /// The last of them; `nil` if there are none.
  private let last: LayerPosition?
  /// The part by its name: `features`, `conv4_3`.
  private let name: String

  private init(through last: LayerPosition?, named name: String) {
    (self.last, self.name) = (last, name)
  }

  /// No layers.
  package static let nothing = FrozenPart(through: nil, named: "nothing")

  /// All layers.
  static let everything = FrozenPart(through: .classifier(.max), named: "everything")

  /// Everything before the classifier and any adaptive pooling.
  package static let features = FrozenPart(through: .features(.max), named: "features")

  /// The part that `name` names: `features`, or all layers up to and including one, by the paper's name
  /// (`conv4_3`) or torchvision's (`features.21`). A batch normalisation right after the layer belongs to it.
  ///
  /// `nil` if the network has no such layer.
  package init?(_ name: String, in graph: ModelGraph) {
    guard name != Self.features.name else {
      self = .features
      return
    }
    let paperNames = PaperNames(graph.layers).names
    guard
      let index = paperNames.firstIndex(of: name)
        ?? graph.layers.firstIndex(where: { $0.name == name })
    else { return nil }
    let norms = graph.layers[(index + 1)...].prefix { $0.kind.operation.statisticCount > 0 }
    var last = (norms.last ?? graph.layers[index]).position
    // The mean of a dense classifier's scores comes after all layers with weights.
    if graph.dense != nil, !last.isFeature, !last.isClassifier { last = .classifier(.max) }
    self.init(through: last, named: paperNames[index])
  }

  /// The names of parts that a network has.
  package static func names(in graph: ModelGraph) -> [String] {
    [features.name] + PaperNames(graph.layers).names + graph.layers.map(\.name)
  }

  /// The paper's names of the layers that have weights, without batch normalisations.
  package static func weightedNames(in graph: ModelGraph) -> [String] {
    zip(graph.layers, PaperNames(graph.layers).names)
      .filter { !$0.0.stateTensors.isEmpty && $0.0.kind.operation.statisticCount == 0 }.map(\.1)
  }

  /// Whether the layer at `position` is frozen.
  func contains(_ position: LayerPosition) -> Bool {
    last.map { position.place <= $0.place } ?? false
  }
}

extension FrozenPart: CustomStringConvertible {
  package var description: String { name }
}

extension LayerPosition {
  /// The order in the network.
  fileprivate var place: (section: Int, index: Int) {
    switch self {
    case .features(let index): (0, index)
    case .avgpool: (1, 0)
    case .flatten: (2, 0)
    case .classifier(let index): (3, index)
    }
  }
}
