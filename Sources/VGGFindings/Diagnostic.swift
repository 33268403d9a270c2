import VGGDiagnostics

/// A finding at its place in the user's text.
package struct Diagnostic: Sendable {
  package let finding: any Finding
  package let range: SourceRange
  package private(set) var fixIts: [FixIt]

  package init(_ finding: some Finding, at range: SourceRange) {
    self.finding = finding
    self.range = range
    fixIts = finding.fixIts(at: range)
  }

  package var id: DiagnosticID { type(of: finding).id }

  package var severity: Severity { type(of: finding).severity }

  /// Message, label and notes in the phrasebook's language.
  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    finding.words(in: phrasebook)
  }

  /// The diagnostic without its fix-its.
  package var withoutFixIts: Diagnostic {
    var copy = self
    copy.fixIts = []
    return copy
  }
}

extension Diagnostic: Equatable {
  package static func == (left: Diagnostic, right: Diagnostic) -> Bool {
    left.range == right.range && left.fixIts == right.fixIts
      && AnyHashable(left.finding) == AnyHashable(right.finding)
  }
}

extension Sequence<Diagnostic> {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// The diagnostics in source order, file by file; those at one place stay in the order in which they were
  /// reported.
  package var inSourceOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.range, right.element.range)
      return (a.source.index, a.start, left.offset) < (b.source.index, b.start, right.offset)
    }.map(\.element)
  }
}
