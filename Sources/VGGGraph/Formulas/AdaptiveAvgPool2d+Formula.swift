extension AdaptiveAvgPool2d {
  /// The input rows (or columns) of which output `i` is the mean: from `floor(i*9/7)` up to, not
  /// including, `ceil((i + 1)*9/7)`.
  package static func binFormulas(input: Int, output: Int) -> (start: String, end: String) {
    ("floor(i*\(input)/\(output))", "ceil((i + 1)*\(input)/\(output))")
  }
}
