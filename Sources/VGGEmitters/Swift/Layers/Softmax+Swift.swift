import VGGGraph

extension Softmax: SwiftLayer {
  var forwardStep: ForwardStep { .method("softmax", result: "probabilities") }
}
