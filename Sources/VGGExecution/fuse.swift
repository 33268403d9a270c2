import VGGGraph

/// The operations that run a network: dropout is left out, batch normalisation folded into the
/// convolution before it, activations and 2x2 max pooling fused into the layer before them. Each layer
/// belongs to one operation; dropout at the very start to the first. Nothing is fused into a tapped layer,
/// since its values are wanted.
func fuse(_ layers: [Layer], taps: [Tap] = []) -> [PlannedOperation] {
  let numbers = Dictionary(uniqueKeysWithValues: taps.enumerated().map { ($1.layer, $0) })
  var operations: [PlannedOperation] = []
  for (index, layer) in layers.enumerated() {
    let start = operations.last?.layers.upperBound ?? 0
    let own = Operation(layer)
    if let last = operations.indices.last,
      let fused = own == nil ? operations[last].operation : operations[last].absorbing(layer)
    {
      operations[last].operation = fused
      operations[last].layers = operations[last].layers.lowerBound..<index + 1
      operations[last].output = layer.output
    } else if let own {
      operations.append(
        PlannedOperation(
          operation: own, layers: start..<index + 1, input: layer.input, output: layer.output))
    } else {
      continue
    }
    if let number = numbers[index] { operations[operations.count - 1].tap = number }
  }
  return operations
}
