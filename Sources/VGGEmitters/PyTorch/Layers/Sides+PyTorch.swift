import VGGSpec

extension Sides {
  /// `3`, or `(3, 5)`.
  var pythonExpression: PythonExpression {
    isSquare ? .integer(height) : .tuple([.integer(height), .integer(width)])
  }

  /// The text that PyTorch prints for the argument ``pythonExpression``, if a module keeps it unchanged.
  var printed: String { isSquare ? "\(height)" : printedPair }

  /// The text that PyTorch prints for two numbers: `(3, 3)`, `(3, 5)`.
  var printedPair: String { "(\(height), \(width))" }
}
