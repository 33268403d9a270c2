/// Ludwig's configurations, whose features are those of data, not of images.
enum Ludwig: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let inputs = text.entry("input_features"), text.entry("output_features") != nil else {
      return nil
    }
    return TextReading(.ludwig, at: inputs.key.range.bounds, .named)
  }
}
