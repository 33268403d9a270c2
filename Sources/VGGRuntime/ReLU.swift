import VGGKernels

/// Makes every value below zero zero; NaN stays NaN, as in PyTorch.
func rectify(_ values: inout [Float]) {
  let count = values.count
  changeValues(&values) { values in
    KernelWorkspace.use { vgg_relu_plain($0.team.pointer, count, values, values) }
  }
}
