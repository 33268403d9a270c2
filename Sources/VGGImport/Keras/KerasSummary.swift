/// The table that Keras's `model.summary()` prints, which states shapes and counts, but neither kernels nor
/// activations.
enum KerasSummary: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    let head = text.lines.first { line in
      line.text.contains("Layer (type)") && line.text.contains("Output Shape")
        && line.text.contains("Param #")
    }
    return head.map { TextReading(.kerasSummary, at: $0.range, .named) }
  }
}
