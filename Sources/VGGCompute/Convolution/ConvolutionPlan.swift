import VGGKernels

/// A convolution with its algorithm, and the memory that it needs.
package struct ConvolutionPlan: Sendable {
  package let convolution: Convolution
  /// The shape that is written: after pooling if that is fused.
  package let output: BlockedShape
  package let algorithm: ConvolutionAlgorithm
  private let plan: vgg_conv_plan

  /// - Parameters:
  ///   - name: the layer's name, which starts an error.
  ///   - threads: the number of threads of the team that will run it.
  /// - Throws: ``ComputeError`` when a map, the weights or scratch exceed the kernels' limit.
  package init(
    _ convolution: Convolution, _ algorithm: ConvolutionAlgorithm, name: String,
    instructionSet: InstructionSet, threads: Int
  ) throws(ComputeError) {
    var plan = vgg_conv_plan()
    guard var conv = convolution.kernelConvolution,
      vgg_conv_plan_make(instructionSet.value, Int32(threads), &conv, algorithm.value, &plan)
        == VGG_OK
    else { throw convolution.tooLarge(name) }
    self.convolution = convolution
    self.algorithm = algorithm
    self.plan = plan
    output = BlockedShape(plan.out)
  }

  package var packedBytes: Int { plan.packed_bytes }
  package var scratchBytes: Int { plan.scratch_bytes }

  /// Floating-point operations of the algorithm's products.
  package var productFLOPs: Double { plan.product_flops }

  /// A number that changes whenever the format of packed weights does.
  package static var packedFormatVersion: Int { Int(vgg_packed_format_version()) }

  /// Transforms weights for the algorithm, and packs them with the bias.
  ///
  /// - Parameters:
  ///   - weights: output channels x input channels of a group x the kernel's height x its width.
  ///   - scale: the factor of each output channel's weights; `nil` for none.
  ///   - bias: one number for each output channel; `nil` for none.
  ///   - packed: the destination, ``packedBytes`` bytes.
  package func pack(
    on team: Team, weights: UnsafePointer<Float>?, scale: UnsafePointer<Float>? = nil,
    bias: UnsafePointer<Float>?, to packed: UnsafeMutableRawPointer
  ) {
    withUnsafePointer(to: plan) { vgg_conv_pack($0, team.pointer, weights, scale, bias, packed) }
  }

  /// Convolves.
  ///
  /// - Parameters:
  ///   - input: maps of the convolution's input shape, or plain values if the convolution reads those.
  ///   - output: maps of ``output``'s shape.
  ///   - scratch: ``scratchBytes`` bytes.
  ///   - activation: applied before pooling, in a convolution without ReLU.
  package func run(
    on team: Team, packed: UnsafeRawPointer, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer,
    activation: ActivationFunction? = nil
  ) {
    withUnsafePointer(to: plan) { plan in
      activation.withKernel {
        vgg_conv_run(plan, team.pointer, packed, $0, input, output, scratch)
      }
    }
  }
}
