/// Makes every value below zero zero; NaN stays NaN, as in PyTorch.
func rectify(_ values: inout [Float]) {
  let count = values.count
  changeValues(&values) { values in
    for index in 0..<count {
      values[index] = values[index] < 0 ? 0 : values[index]
    }
  }
}
