/// A layer's part in the lines of the forward pass.
enum ForwardStep: Hashable, Sendable {
  /// A line that calls the layer; its result is named `result`, numbered as the layer is.
  case call(result: String)
  /// The same for a convolution, around which a batch normalisation may be put.
  case convolution(result: String)
  /// A call around the convolution before it; a line where there is none.
  case aroundConvolution(result: String)
  /// The same as a call; the block's paragraph ends after it.
  case endOfBlock(result: String)
  /// A method of the value before it: `.relu()`, `.elu(alpha: 1.0)`.
  case method(String, [SwiftArgument] = [], result: String)
  /// Nothing but a comment, after the layer's name.
  case comment(String)
}
