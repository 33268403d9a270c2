import VGGGraph

extension ReLU: SwiftLayer {
  var forwardStep: ForwardStep { .method("relu", result: "rectified") }
}
