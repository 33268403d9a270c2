import VGGGraph

extension Dropout: SwiftLayer {
  var forwardStep: ForwardStep { .comment("(\(probability)) acts in training only.") }
}
