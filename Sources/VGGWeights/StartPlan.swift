/// The tensors that a network takes from another's weights, and those that it cannot take.
///
/// Layers that fit are kept from the front; the first linear layer that does not fit and all linear layers after it
/// are new. The first convolution can be adapted to images with other channels.
package struct StartPlan: Hashable, Sendable {
  /// A layer that is new, and the reason.
  package struct NewLayer: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// The file has no such layer.
      case missing
      /// The file's layer has NaN or infinity.
      case notFinite
      /// The file's weight has another shape.
      case otherShape(file: [Int], network: [Int])
      /// A layer before it is new.
      case follows
    }

    /// torchvision's name: `classifier.3`.
    package let name: String
    package let reason: Reason
  }

  /// The names of the layers that are kept, in order.
  package let kept: [String]
  /// The layers that are new, in order.
  package let new: [NewLayer]
  /// The first convolution, if its channels are adapted.
  package let adapted: InputAdaptation?
  /// Whether every tensor of the network is kept, new or adapted.
  package let isComplete: Bool
  /// The names of the new layers' tensors.
  let newTensors: Set<String>

  /// - Parameters:
  ///   - network: The tensors that the network needs, in the order of its layers.
  ///   - available: The available tensors, under torchvision's names.
  ///   - notFinite: The names of tensors that contain NaN or infinity.
  ///   - dropsHead: Whether the first linear layer that does not fit, and all linear layers after it, are new.
  ///   - adaptsInput: Whether to adapt the first convolution to the network's channels.
  package init(
    network: [TensorDescription], available: [TensorDescription], notFinite: Set<String> = [],
    dropsHead: Bool, adaptsInput: Bool
  ) {
    let found = Dictionary(available.map { ($0.name, $0) }) { first, _ in first }
    let layers = NetworkLayer.layers(of: network)
    let adapted =
      adaptsInput
      ? layers.first.flatMap(\.weight).flatMap { weight in
        found[weight.name].flatMap { InputAdaptation($0, to: weight) }
      } : nil
    func fits(_ layer: NetworkLayer) -> Bool {
      layer.tensors.allSatisfy { tensor in
        tensor.name == adapted?.name || found[tensor.name]?.shape == tensor.shape
      }
    }
    let firstNew =
      dropsHead
      ? layers.firstIndex { layer in
        layer.isLinear && (!fits(layer) || layer.tensors.contains { notFinite.contains($0.name) })
      } : nil
    let dropped = firstNew.map { layers[$0...] } ?? []
    new = dropped.enumerated().map { place, layer in
      NewLayer(
        name: layer.name,
        reason: place == 0 ? layer.reason(in: found, notFinite: notFinite) : .follows)
    }
    let others = layers.prefix(layers.count - dropped.count)
    kept = others.filter(fits).map(\.name)
    isComplete = others.allSatisfy(fits)
    newTensors = Set(dropped.flatMap(\.tensors).map(\.name))
    self.adapted = adapted
  }
}

/// A layer of the network to initialise.
private struct NetworkLayer {
  let name: String
  var tensors: [TensorDescription]

  /// The layers in order; a layer's tensors follow each other.
  static func layers(of tensors: [TensorDescription]) -> [NetworkLayer] {
    tensors.reduce(into: []) { layers, tensor in
      let name = tensor.name.lastIndex(of: ".").map { String(tensor.name[..<$0]) } ?? tensor.name
      if layers.last?.name == name {
        layers[layers.count - 1].tensors.append(tensor)
      } else {
        layers.append(NetworkLayer(name: name, tensors: [tensor]))
      }
    }
  }

  var weight: TensorDescription? { tensors.first { $0.name.hasSuffix(".weight") } }

  var isLinear: Bool { weight?.shape.count == 2 }

  func reason(
    in found: [String: TensorDescription], notFinite: Set<String>
  ) -> StartPlan.NewLayer.Reason {
    guard let weight, let file = found[weight.name] else { return .missing }
    guard file.shape == weight.shape else {
      return .otherShape(file: file.shape, network: weight.shape)
    }
    return tensors.contains { notFinite.contains($0.name) } ? .notFinite : .missing
  }
}
