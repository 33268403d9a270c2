import VGGDiagnostics

/// One edit that would mend what a diagnostic reports.
package struct FixIt: Sendable, Equatable {
  package let message: String
  package let range: SourceRange
  package let replacement: String
  package let confidence: Confidence

  package init(
    _ message: String, replace range: SourceRange, with replacement: String,
    _ confidence: Confidence = .certain
  ) {
    self.message = message
    self.range = range
    self.replacement = replacement
    self.confidence = confidence
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

extension Diagnostic {
  /// The diagnostic as the renderers take it.
  package var worded: WordedDiagnostic {
    WordedDiagnostic(
      code: id.rawValue, severity: severity, message: message, at: range, label: label,
      notes: notes,
      fixIts: fixIts.map {
        WordedFixIt($0.message, replace: $0.range, with: $0.replacement, $0.confidence)
      })
  }
}

extension DiagnosticReport {
  package init(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    self.init(sources: sources, diagnostics: diagnostics.map(\.worded))
  }
}

extension SARIFRenderer {
  /// - Parameter version: vggc's own version, named as the tool's.
  package init(version: String) {
    self.init(
      version: version,
      rules: DiagnosticID.allCases.map { Rule(code: $0.rawValue, severity: $0.severity) })
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
