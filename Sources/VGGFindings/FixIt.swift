import VGGDiagnostics

/// One edit that would repair the problem that a diagnostic reports.
package struct FixIt: Sendable, Hashable {
  /// The edit's action, which its title describes in words.
  package enum Action: Sendable, Hashable {
    case replace(String, with: String)
    case remove(String)
    case write(String)
    case crop(to: String)
    case removeQuotes(around: String)
    /// Writes a whole configuration in place of another tool's text.
    case convert(String)
    /// Writes a comma that is missing, with or without a space after it.
    case insertComma(String)
    /// Moves keys under another one: the section, and the text with them there.
    case move(under: String, text: String)
  }

  package let action: Action
  package let range: SourceRange
  package let confidence: Confidence

  package init(_ action: Action, at range: SourceRange, _ confidence: Confidence) {
    self.action = action
    self.range = range
    self.confidence = confidence
  }

  /// The text to put in place of the range.
  package var replacement: String {
    switch action {
    case .replace(_, let text), .write(let text), .crop(let text), .removeQuotes(let text),
      .convert(let text), .insertComma(let text), .move(_, let text):
      text
    case .remove: ""
    }
  }
}
