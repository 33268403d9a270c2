import VGGImport
import VGGWeights

/// The values of weights.
extension ONNXChain {
  /// The tensor of an operand, with its extents; `nil` instead of the tensor if the caller has to pass the weights.
  func weight(
    _ place: Int, of node: ONNXNode
  ) throws -> (tensor: ONNXTensor?, shape: [Int]) {
    guard place < node.inputs.count else {
      throw Obstacle(.missing("weight", of: node.shownName), at: node.range)
    }
    let name = node.inputs[place]
    if let tensor = constants[name] { return (tensor, tensor.shape) }
    let extents = given[name]?.compactMap { $0 } ?? []
    guard let stated = given[name], stated.count == extents.count else {
      throw Obstacle(.missing(name, of: node.shownName), at: node.range)
    }
    return (nil, extents)
  }

  func numbers(
    _ tensors: [String: ONNXTensor?]
  ) throws(WeightError) -> [String: StoredNumbers] {
    var numbers: [String: StoredNumbers] = [:]
    for (name, tensor) in tensors {
      if let tensor { numbers[name] = try tensor.numbers(in: model) }
    }
    return numbers
  }
}
