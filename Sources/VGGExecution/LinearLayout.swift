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
  /// By panels of outputs, for many images: they take the kernel of the convolutions' products.
  case panels
}

extension ExecutionOptions {
  func layout(of linear: VGGGraph.Linear) -> LinearLayout {
    guard copiesWeights else { return .inPlace }
    if batch > Self.imagesWorthColumns { return .panels }
    return linear.outputs >= Self.outputsWorthColumns ? .columns : .rows
  }

  /// Past that, few columns are left out, since every image would have to have a zero there.
  private static let imagesWorthColumns = 3

  /// Shorter columns are too little to read at once.
  private static let outputsWorthColumns = 256
}
