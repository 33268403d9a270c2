import VGGDiagnostics
import VGGGraph

extension English {
  package func dilatedKernel(_ run: DilatedRun) -> String {
    let (kernel, dilation) = (run.window.kernel, run.window.dilation)
    return """
      A dilated kernel has gaps: with dilation \(grouped(dilation)) its neighbouring values meet values of the
      map that are \(grouped(dilation)) apart. A kernel of \(kernel) so spans (\(kernel) - 1)*\(dilation) + 1 =
      \(grouped(run.window.extent)) rows or columns with its \(kernel) weights, and \(run.count) of them, one after the other,
      see
      """
  }

  package func dilatedGaps(_ run: DilatedRun) -> String {
    """
    where \(run.count) without dilation see \(grouped(run.plainSize)), for the same weights. Of these
    \(grouped(run.size)) they depend on \(grouped(run.plainSize)) only, one in every \(grouped(run.window.dilation)): equal
    dilations in a row leave the others out, and a convolution without dilation between them fills
    the gaps, or a part of them.
    """
  }

  package func groups(of convolution: Conv2d, named name: String) -> String {
    let (groups, inputs) = (convolution.groups, convolution.groupChannels)
    return """
      A convolution in groups is several side by side, each from its own input channels to its own
      output channels, so that its kernels are only as deep as a group. \(name) has
      \(grouped(groups)) groups of \(counted(inputs, "input channel")) each. Its weights, biases aside, and those of the same
      convolution without groups:
      """
  }
}
