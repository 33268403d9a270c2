import VGGKernels

/// The plan of the gradient with respect to a convolution's weights.
package struct WeightGradientPlan: Sendable {
  private let plan: vgg_weight_gradient_plan

  /// - Parameter convolution: the convolution, with the border of its output's gradient; ReLU and
  ///   pooling are ignored.
  package init(
    of convolution: Convolution, name: String, instructionSet: InstructionSet, threads: Int
  ) throws(ComputeError) {
    var plan = vgg_weight_gradient_plan()
    guard var conv = convolution.kernelConvolution,
      vgg_weight_gradient_plan_make(
        instructionSet.value, Int32(threads), &conv, vgg_weight_gradient_choose(&conv), &plan)
        == VGG_OK
    else { throw convolution.tooLarge(name) }
    self.plan = plan
  }

  package var scratchBytes: Int { plan.scratch_bytes }

  /// - Parameters:
  ///   - input: the convolution's input maps.
  ///   - gradient: the gradient of its output, before a ReLU.
  ///   - weights: the destination of the gradient, output channels x input channels of a group x the kernel's
  ///     height x its width.
  package func run(
    on team: Team, input: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    to weights: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) {
    withUnsafePointer(to: plan) {
      vgg_weight_gradient_run($0, team.pointer, input, gradient, weights, scratch)
    }
  }
}

/// The plan of the gradient with respect to a convolution's input.
package struct InputGradientPlan: Sendable {
  private let conv: vgg_conv
  /// The convolution that computes it; `nil` if plain sums do.
  private let turned: ConvolutionPlan?
  private let sumsScratchBytes: Int

  /// - Parameters:
  ///   - convolution: the convolution, with the borders of its input's and its output's gradients.
  ///   - plan: plans the convolution from the output's gradient to the input's, if there is one.
  package init(
    of convolution: Convolution, name: String,
    plan: (Convolution) throws(ComputeError) -> ConvolutionPlan
  ) throws(ComputeError) {
    guard var conv = convolution.kernelConvolution else { throw convolution.tooLarge(name) }
    self.conv = conv
    var back = vgg_conv()
    guard vgg_input_gradient_conv(&conv, &back) == VGG_OK else {
      turned = nil
      sumsScratchBytes = vgg_input_gradient_scratch_bytes(&conv)
      return
    }
    var description = Convolution(
      BlockedShape(
        vgg_shape(
          batch: back.batch, channels: back.in_channels, height: back.in_height,
          width: back.in_width, border: back.in_border)),
      outputChannels: Int(back.out_channels), outputBorder: Int(back.out_border),
      window: SlidingWindow(
        rows: SlidingAxis(
          kernel: Int(back.kernel_h), stride: 1, padding: Int(back.pad_h),
          dilation: Int(back.dilation_h)),
        columns: SlidingAxis(
          kernel: Int(back.kernel_w), stride: 1, padding: Int(back.pad_w),
          dilation: Int(back.dilation_w))))
    description.groups = convolution.groups
    description.isExact = convolution.isExact
    turned = try plan(description)
    sumsScratchBytes = 0
  }

  package var scratchBytes: Int { turned?.scratchBytes ?? sumsScratchBytes }

  /// Bytes of the turned weights, packed.
  package var packedBytes: Int { turned?.packedBytes ?? 0 }

  /// Memory that a run writes to and that nothing reads afterwards.
  package struct Workspace {
    /// As large as the weights.
    let turned: UnsafeMutablePointer<Float>
    let packed: UnsafeMutableRawPointer
    let scratch: UnsafeMutableRawPointer

    package init(
      turned: UnsafeMutablePointer<Float>, packed: UnsafeMutableRawPointer,
      scratch: UnsafeMutableRawPointer
    ) {
      self.turned = turned
      self.packed = packed
      self.scratch = scratch
    }
  }

  /// - Parameters:
  ///   - weights: the convolution's weights, output channels x input channels of a group x the kernel's height x
  ///     its width.
  ///   - gradient: the gradient of its output, before a ReLU.
  ///   - inputGradient: the destination of the gradient.
  package func run(
    on team: Team, weights: UnsafePointer<Float>?, gradient: UnsafePointer<Float>,
    to inputGradient: UnsafeMutablePointer<Float>, _ workspace: Workspace
  ) {
    var conv = conv
    guard let turned else {
      require(
        vgg_input_gradient(
          team.pointer, &conv, weights, gradient, inputGradient, workspace.scratch))
      return
    }
    vgg_turn_weights(team.pointer, &conv, weights, workspace.turned)
    turned.pack(on: team, weights: workspace.turned, bias: nil, to: workspace.packed)
    turned.run(
      on: team, packed: workspace.packed, from: gradient, to: inputGradient,
      scratch: workspace.scratch)
  }
}
