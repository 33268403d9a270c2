import VGGDiagnostics
import VGGGraph

extension English {
  package func dilatedKernel(_ run: DilatedRun) -> String {
    let (kernel, dilation) = (run.window.kernel, run.window.dilation)
    return """
      A dilated kernel has gaps: with dilation \(grouped(dilation)), neighbouring kernel values apply to map values
      that are \(grouped(dilation)) apart. A kernel of size \(kernel) thus spans (\(kernel) - 1)*\(dilation) + 1 =
      \(grouped(run.window.extent)) rows or columns with its \(kernel) weights, and \(run.count) of them in a row
      see
      """
  }

  package func dilatedGaps(_ run: DilatedRun) -> String {
    """
    while \(run.count) without dilation see \(grouped(run.plainSize)), with the same number of weights. Of these
    \(grouped(run.size)) they depend on only \(grouped(run.plainSize)), one in every \(grouped(run.window.dilation)): equal
    dilations in a row skip the others, and a convolution without dilation between them fills
    some or all of the gaps.
    """
  }

  package func groups(of convolution: Conv2d, named name: String) -> String {
    let (groups, inputs) = (convolution.groups, convolution.groupChannels)
    return """
      A grouped convolution is several convolutions side by side, each from its own input channels to its own
      output channels, so its kernels are only as deep as a group. \(name) has
      \(grouped(groups)) groups of \(counted(inputs, "input channel")) each. Its weights, without biases, and those of the
      same convolution without groups:
      """
  }
}
