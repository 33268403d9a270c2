/// The severity of a diagnostic: an error stops the model, a warning does not.
package enum Severity: String, Sendable {
  case error
  case warning
}

/// The likelihood that an edit is the one that the author wants.
package enum Confidence: Sendable {
  /// `vggc check --fix` applies it.
  case certain
  /// The author has to choose it: it relies on a guess, or decides which layer a network has.
  case offered
}

/// A second place that explains a diagnostic, or a remark without a place.
package struct Note: Sendable, Equatable {
  package let message: String
  package let range: SourceRange?

  package init(_ message: String, at range: SourceRange? = nil) {
    self.message = message
    self.range = range
  }
}

/// An edit that would repair the reported problem, with a title in one language.
package struct WordedFixIt: Sendable, Equatable {
  package let title: String
  package let range: SourceRange
  package let replacement: String
  package let confidence: Confidence

  package init(
    _ title: String, replace range: SourceRange, with replacement: String, _ confidence: Confidence
  ) {
    self.title = title
    self.range = range
    self.replacement = replacement
    self.confidence = confidence
  }
}

/// A diagnostic in one language, as the renderers expect it.
package struct WordedDiagnostic: Sendable, Equatable {
  /// The stable name: `channel-mismatch`.
  package let code: String
  package let severity: Severity
  package let message: String
  package let range: SourceRange
  /// The text next to the carets: the arithmetic, rather than the verdict.
  package let label: String?
  package let notes: [Note]
  package let fixIts: [WordedFixIt]

  package init(
    code: String, severity: Severity, message: String, at range: SourceRange, label: String? = nil,
    notes: [Note] = [], fixIts: [WordedFixIt] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.label = label
    self.notes = notes
    self.fixIts = fixIts
  }
}
