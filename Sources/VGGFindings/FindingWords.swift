import VGGDiagnostics

/// A finding in one language.
package struct FindingWords: Sendable, Equatable {
  package let message: String
  /// The text next to the carets: the arithmetic, rather than the verdict.
  package let label: String?
  package let notes: [Note]

  package init(_ message: String, label: String? = nil, notes: [Note] = []) {
    self.message = message
    self.label = label
    self.notes = notes
  }
}
