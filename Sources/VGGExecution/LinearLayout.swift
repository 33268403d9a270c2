import VGGGraph

/// How a linear layer's weights lie in memory while a program runs.
enum LinearLayout: String, Hashable, Sendable {
  /// Outputs x inputs, where the source has them.
  case inPlace
  /// Outputs x inputs, copied to huge pages, which memory delivers faster than the small pages of a
  /// mapped file.
  case rows
  /// By columns, for few images: those that only zeros would multiply are not read.
  case columns
}

extension ExecutionOptions {
  func layout(of linear: VGGGraph.Linear) -> LinearLayout {
    guard copiesWeights else { return .inPlace }
    let isWorthIt =
      batch <= Self.imagesWorthColumns && linear.outputs >= Self.outputsWorthColumns
    return isWorthIt ? .columns : .rows
  }

  /// Past that, rows that stay in a cache while the batch passes are faster.
  private static let imagesWorthColumns = 16

  /// Shorter columns are too little to read at once.
  private static let outputsWorthColumns = 256
}
