import VGGKernels

/// A fully connected layer for a batch of vectors, with or without ReLU after it.
package struct FullyConnected: Hashable, Sendable {
  package let inputs: Int
  package let outputs: Int
  package var batch: Int
  package var hasReLU: Bool

  /// - Parameter name: the layer's name, for the error.
  /// - Throws: ``ComputeError`` when the kernels cannot count the inputs, the outputs or the weights.
  package init(
    _ name: String, inputs: Int, outputs: Int, batch: Int, hasReLU: Bool
  ) throws(ComputeError) {
    guard Int32(exactly: inputs) != nil, Int32(exactly: outputs) != nil,
      ComputeLimits.floatBytes(inputs, outputs) != nil
    else { throw .linearTooLarge(layer: name, inputs: inputs, outputs: outputs) }
    self.inputs = inputs
    self.outputs = outputs
    self.batch = batch
    self.hasReLU = hasReLU
  }

  /// Computes `output` from `input`, both plain.
  ///
  /// - Parameters:
  ///   - weights: outputs x inputs.
  ///   - bias: one number for each output; `nil` for none.
  ///   - activation: the activation of the results, in a layer without ReLU.
  package func run(
    on team: Team, weights: UnsafePointer<Float>?, bias: UnsafePointer<Float>?,
    from input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>,
    activation: ActivationFunction? = nil
  ) {
    activation.withKernel {
      require(
        vgg_linear(
          team.pointer, kernelBatch, kernelInputs, kernelOutputs, hasReLU, $0, weights, bias,
          input, output))
    }
  }

  var kernelBatch: Int32 { Int32(batch) }
  var kernelInputs: Int32 { Int32(inputs) }
  var kernelOutputs: Int32 { Int32(outputs) }
}
