import VGGGraph

/// How a linear layer's weights lie in memory while a program runs.
enum LinearLayout: String, Hashable, Sendable {
  /// Outputs x inputs, where the source has them.
  case inPlace
  /// Outputs x inputs, copied to huge pages, which memory delivers faster than the small pages of a
  /// mapped file.
  case rows
  /// By columns, for a single image: those that a zero would multiply are not read.
  case columns
}

extension ExecutionOptions {
  func layout(of linear: VGGGraph.Linear) -> LinearLayout {
    guard copiesWeights else { return .inPlace }
    return batch == 1 && linear.outputs >= Self.outputsWorthColumns ? .columns : .rows
  }

  /// Shorter columns are too little to read at once.
  private static let outputsWorthColumns = 256
}
