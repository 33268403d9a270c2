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
    switch kind {
    case .conv2d(let conv):
      tensors(
        weight: [conv.outputChannels, conv.inputChannels, conv.kernel, conv.kernel],
        bias: conv.bias ? conv.outputChannels : nil)
    case .linear(let linear):
      tensors(weight: [linear.outputs, linear.inputs], bias: linear.bias ? linear.outputs : nil)
    case .batchNorm2d(let norm):
      ["weight", "bias", "running_mean", "running_var"].map {
        StateTensor(name: "\(name).\($0)", shape: [norm.channels])
      }
    default: []
    }
  }

  private func tensors(weight: [Int], bias: Int?) -> [StateTensor] {
    [StateTensor(name: "\(name).weight", shape: weight)]
      + (bias.map { [StateTensor(name: "\(name).bias", shape: [$0])] } ?? [])
  }
}

extension ModelGraph {
  /// The tensors that the network reads, in the order of its layers.
  package var stateTensors: [StateTensor] { layers.flatMap(\.stateTensors) }

  /// Those of the last linear layer, which tells the classes apart; none where there is no such
  /// layer.
  package var headTensors: [StateTensor] {
    layers.last { if case .linear = $0.kind { true } else { false } }?.stateTensors ?? []
  }
}

extension [Layer] {
  /// What a float32 file of these layers' weights holds, in bytes; the largest number there is when
  /// it is more.
  package var stateBytes: Int {
    reduce(0) { sum, layer in
      // A batch norm's running mean and variance are stored though they are not learned.
      let isNorm = if case .batchNorm2d = layer.kind { true } else { false }
      let (bytes, overflow) = (isNorm ? 2 * layer.parameters : layer.parameters)
        .multipliedReportingOverflow(by: MemoryLayout<Float>.size)
      let (total, sumOverflow) = sum.addingReportingOverflow(bytes)
      return overflow || sumOverflow ? .max : total
    }
  }
}
