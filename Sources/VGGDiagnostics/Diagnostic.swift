/// How much a diagnostic matters: an error stops the model, a warning does not.
package enum Severity: String, Sendable {
  case error
  case warning
}

/// A second place that explains a diagnostic; without a range it is only said.
package struct Note: Sendable, Equatable {
  package let message: String
  package let range: SourceRange?

  package init(_ message: String, at range: SourceRange? = nil) {
    self.message = message
    self.range = range
  }
}

/// One edit that would mend what a diagnostic reports.
package struct FixIt: Sendable, Equatable {
  package let message: String
  package let range: SourceRange
  package let replacement: String
  /// Whether `vggc check --fix` applies it. One that rests on what the same letters mean elsewhere is
  /// the reader's to choose.
  package let isSafe: Bool

  package init(
    _ message: String, replace range: SourceRange, with replacement: String, isSafe: Bool = true
  ) {
    self.message = message
    self.range = range
    self.replacement = replacement
    self.isSafe = isSafe
  }
}

/// One finding about the user's text: what, where, why, and how to mend it.
package struct Diagnostic: Sendable, Equatable {
  package let id: DiagnosticID
  package let message: String
  package let range: SourceRange
  /// Shown beside the carets: the arithmetic, rather than the verdict.
  package let label: String?
  package let notes: [Note]
  package let fixIts: [FixIt]

  package init(
    _ id: DiagnosticID, _ message: String, at range: SourceRange, label: String? = nil,
    notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.id = id
    self.message = message
    self.range = range
    self.label = label
    self.notes = notes
    self.fixIts = fixIts
  }

  package var severity: Severity { id.severity }

  /// The same without a way to mend it.
  package var withoutFixIts: Diagnostic {
    Diagnostic(id, message, at: range, label: label, notes: notes)
  }
}

extension Sequence<Diagnostic> {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// In source order, file by file; findings at one place stay in the order in which they were
  /// made.
  package var inSourceOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.range, right.element.range)
      return (a.source.index, a.start, left.offset) < (b.source.index, b.start, right.offset)
    }.map(\.element)
  }

  /// Each finding once: models of one file share keys, and what is wrong with a shared key is said
  /// once.
  package var withoutRepeats: [Diagnostic] {
    var seen: Set<Identity> = []
    return filter { seen.insert(Identity($0)).inserted }
  }
}

private struct Identity: Hashable {
  let id: DiagnosticID
  let range: SourceRange
  let message: String

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    range = diagnostic.range
    message = diagnostic.message
  }
}
