import VGGGraph

extension Dropout: SwiftLayer {
  var forwardStep: ForwardStep { .comment("(\(probability)) is active only in training.") }
}
