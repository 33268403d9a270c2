import VGGWeights

/// What a convolution has learnt.
struct ConvolutionWeights: Sendable {
  /// Output channels x input channels x kernel x kernel.
  private let weight: WeightTensor
  private let bias: WeightTensor?

  /// Takes `name.weight` and, when `bias` says so, `name.bias`.
  init(
    _ name: String, inputChannels: Int, outputChannels: Int, kernel: Int, bias: Bool,
    from weights: some WeightSource
  ) throws {
    weight = try weights.tensor(
      "\(name).weight", shape: [outputChannels, inputChannels, kernel, kernel])
    self.bias = bias ? try weights.tensor("\(name).bias", shape: [outputChannels]) : nil
  }

  /// Convolves `input`, and writes every value of `output`.
  func apply(
    to input: [Float], _ geometry: ConvolutionGeometry, output: UnsafeMutablePointer<Float>
  ) {
    input.withUnsafeBufferPointer { input in
      weight.withUnsafeValues { weight in
        guard let input = input.baseAddress, let weight = weight.baseAddress else { return }
        guard let bias else {
          convolve(input, weight: weight, bias: nil, geometry, output: output)
          return
        }
        bias.withUnsafeValues { bias in
          convolve(input, weight: weight, bias: bias.baseAddress, geometry, output: output)
        }
      }
    }
  }
}
