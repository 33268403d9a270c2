/// A tensor of a network's state dict, by torchvision's name: `features.0.weight`, 64x3x3x3.
package struct StateTensor: Hashable, Sendable {
  package let name: String
  package let shape: [Int]

  package init(name: String, shape: [Int]) {
    self.name = name
    self.shape = shape
  }
}

extension Layer {
  /// The tensors that the layer reads, in the order of PyTorch's state dict; `num_batches_tracked`
  /// is left out.
  package var stateTensors: [StateTensor] {
    kind.operation.tensors.map { StateTensor(name: "\(name).\($0.name)", shape: $0.shape) }
  }
}

extension ModelGraph {
  /// The tensors that the network reads, in the order of its layers.
  package var stateTensors: [StateTensor] { layers.flatMap(\.stateTensors) }

  /// The names of the tensors that hold slopes of PReLUs.
  package var slopeNames: Set<String> {
    Set(layers.filter { $0.kind.activation != nil }.flatMap(\.stateTensors).map(\.name))
  }
}

extension [Layer] {
  /// The size of these layers' weights in a float32 file, in bytes; `Int.max` if it does not fit.
  package var stateBytes: Int {
    var total = 0
    for layer in self {
      guard
        let values = checkedSum(layer.parameters, layer.kind.operation.statisticCount),
        let bytes = checkedProduct(values, MemoryLayout<Float>.size),
        let sum = checkedSum(total, bytes)
      else { return .max }
      total = sum
    }
    return total
  }
}
