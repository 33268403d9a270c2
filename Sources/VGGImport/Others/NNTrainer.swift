/// nntrainer's .ini files: `[Model]`, then a section for each layer.
enum NNTrainer: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let first = text.firstLine, first.text.lowercased() == "[model]" else { return nil }
    return TextReading(.nntrainer, at: first.range, .named)
  }
}
