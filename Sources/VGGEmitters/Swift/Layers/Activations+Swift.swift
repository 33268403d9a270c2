import VGGGraph

/// Activations are methods of feature maps and vectors, except for the one with learned parameters.

extension LeakyReLU: SwiftLayer {
  var forwardStep: ForwardStep {
    .method("leakyReLU", [SwiftArgument("slope", .number(slope))], result: "activated")
  }
}

extension ELU: SwiftLayer {
  var forwardStep: ForwardStep {
    .method("elu", [SwiftArgument("alpha", .number(alpha))], result: "activated")
  }
}

extension PReLU: SwiftLayer {
  var forwardStep: ForwardStep { .call(result: "activated") }

  func property(of layer: Layer) -> LayerProperty? {
    LayerProperty(
      type: SwiftType("PReLU"), initializer: weightLayer(SwiftType("PReLU"), named: layer.name))
  }
}

extension GELU: SwiftLayer {
  var forwardStep: ForwardStep { .method("gelu", result: "activated") }
}

extension SiLU: SwiftLayer {
  var forwardStep: ForwardStep { .method("silu", result: "activated") }
}

extension Sigmoid: SwiftLayer {
  var forwardStep: ForwardStep { .method("sigmoid", result: "activated") }
}

extension Tanh: SwiftLayer {
  var forwardStep: ForwardStep { .method("tanh", result: "activated") }
}
