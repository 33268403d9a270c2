/// A Python program without lists of layers.
enum OtherProgram: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let first = text.program.code.first, !text.hasKeys else {
      return nil
    }
    return TextReading(.python, at: first, .named)
  }
}
