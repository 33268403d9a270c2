import VGGGraph

extension LeakyReLU: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("LeakyRelu", attributes: [.float("alpha", slope)], giving: output.dimensions)]
  }
}

extension ELU: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("Elu", attributes: [.float("alpha", alpha)], giving: output.dimensions)]
  }
}

extension PReLU: ONNXLayer {
  /// The slope, of shape [1], is broadcast over the input.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("PRelu", [.previous, .weight("weight")], giving: output.dimensions)]
  }
}

extension GELU: ONNXLayer {
  /// Spelled out, since ONNX has `Gelu` from opset 20 on: x * (1 + erf(x / sqrt(2))) / 2.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    func number(_ name: String, _ value: Float) -> Operand {
      .constant(Constant(name: name, content: .number(value)))
    }
    let shape = output.dimensions
    return [
      Operation("Mul", [.previous, number("root_half", Float(0.5).squareRoot())], giving: shape),
      Operation("Erf", giving: shape),
      Operation("Add", [.previous, number("one", 1)], giving: shape),
      Operation("Mul", [.previous, number("half", 0.5)], giving: shape),
      Operation("Mul", [.layerInput, .previous], giving: shape),
    ]
  }
}

extension SiLU: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [
      Operation("Sigmoid", giving: output.dimensions),
      Operation("Mul", [.layerInput, .previous], giving: output.dimensions),
    ]
  }
}

extension Sigmoid: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("Sigmoid", giving: output.dimensions)]
  }
}

extension Tanh: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [Operation("Tanh", giving: output.dimensions)]
  }
}
