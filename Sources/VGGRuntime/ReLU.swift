import VGGCompute

/// Makes every value below zero zero; NaN stays NaN, as in PyTorch.
func applyReLU(to values: inout [Float]) { apply(ReLUActivation(), to: &values) }

/// Applies a function to each value.
func apply(_ operation: some ElementwiseOperation, to values: inout [Float]) {
  let count = values.count
  changeValues(&values) { values in
    KernelWorkspace.use {
      operation.run(on: $0.team, count: count, from: values, to: values)
    }
  }
}
