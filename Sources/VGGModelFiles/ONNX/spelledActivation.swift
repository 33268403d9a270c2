import VGGSpec

/// The activation that several nodes in a row compute, and the number of nodes: SiLU as `x * Sigmoid(x)`, GELU as
/// `x * (1 + Erf(x / sqrt(2))) / 2` in the order of PyTorch's exporter or of vggc's; `nil` for other nodes.
///
/// - Parameters:
///   - names: The names of the first node's input value.
///   - constant: Returns the number in a constant operand.
func spelledActivation(
  _ nodes: ArraySlice<ONNXNode>, of names: Set<String>, constant: (String) -> Double?
) -> (activation: Activation, count: Int)? {
  let nodes = Array(nodes.prefix(5))
  guard let first = nodes.first, nodes.count > 1 else { return nil }
  func follows(_ index: Int) -> Bool {
    nodes[index].inputs.contains { nodes[index - 1].outputs.first == $0 }
  }
  func number(of index: Int) -> Double? {
    nodes[index].inputs.count == 2 ? nodes[index].inputs.lazy.compactMap(constant).first : nil
  }
  func takesInput(_ index: Int) -> Bool { nodes[index].inputs.contains(where: names.contains) }
  func isNear(_ value: Double?, _ wanted: Double) -> Bool {
    value.map { abs($0 - wanted) < 1e-5 } ?? false
  }

  if first.type == "Sigmoid", nodes[1].type == "Mul", follows(1), takesInput(1) {
    return (.silu, 2)
  }
  guard nodes.count == 5, nodes[1].type == "Erf", nodes[2].type == "Add", nodes[3].type == "Mul",
    nodes[4].type == "Mul", (1...4).allSatisfy(follows), isNear(number(of: 2), 1),
    first.type == "Div" && isNear(number(of: 0), 2.0.squareRoot())
      || first.type == "Mul" && isNear(number(of: 0), 0.5.squareRoot())
  else { return nil }
  let isGELU =
    takesInput(3) && isNear(number(of: 4), 0.5) || takesInput(4) && isNear(number(of: 3), 0.5)
  return isGELU ? (.gelu, 5) : nil
}
