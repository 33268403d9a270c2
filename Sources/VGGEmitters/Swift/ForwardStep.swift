/// A layer's role in the lines of the forward pass.
enum ForwardStep: Hashable, Sendable {
  /// A line that calls the layer; its result is named `result`, with the layer's number.
  case call(result: String)
  /// The same for a convolution, which a batch normalisation may be wrapped around.
  case convolution(result: String)
  /// A call wrapped around the previous convolution; a separate line if there isn't one.
  case aroundConvolution(result: String)
  /// The same as a call; the block's paragraph ends after it.
  case endOfBlock(result: String)
  /// A method call on the previous value: `.relu()`, `.elu(alpha: 1.0)`.
  case method(String, [SwiftArgument] = [], result: String)
  /// Only a comment, after the layer's name.
  case comment(String)
}
