import VGGDiagnostics

/// An error or a warning about a configuration, at its place in the text, in one language.
public struct Diagnostic: Hashable, Sendable {
  /// The effect of a diagnostic.
  public enum Severity: String, Sendable {
    /// The model that it is about has no network.
    case error
    /// The network is correct, but probably not as intended.
    case warning
  }

  /// A remark that explains a diagnostic.
  public struct Note: Hashable, Sendable {
    /// The remark in words.
    public let message: String
    /// The place of the remark; `nil` if it is about the diagnostic as a whole.
    public let range: SourceRange?
  }

  /// The stable name, such as `channel-mismatch`. `Docs/Diagnostics.md` lists all of them.
  public let id: String
  /// The effect of the diagnostic.
  public let severity: Severity
  /// The place of the mistake.
  public let range: SourceRange
  /// The mistake in words, with the value found and the value needed.
  public let message: String
  /// The fact at the place, such as the arithmetic: `16 x 8 x 8 = 1024`.
  public let label: String?
  /// The places and remarks that explain the mistake.
  public let notes: [Note]
  /// The repairs to choose from; empty if none is known.
  public let fixIts: [FixIt]
}

extension Diagnostic {
  init(_ diagnostic: WordedDiagnostic, in sources: SourceMap) {
    id = diagnostic.code
    severity =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      }
    range = SourceRange(diagnostic.range, in: sources)
    message = diagnostic.message
    label = diagnostic.label
    notes = diagnostic.notes.map { note in
      Note(message: note.message, range: note.range.map { SourceRange($0, in: sources) })
    }
    fixIts = diagnostic.fixIts.map { FixIt($0, in: sources) }
  }
}

extension DiagnosticReport {
  /// The report's diagnostics as public values.
  var values: [Diagnostic] { diagnostics.map { Diagnostic($0, in: sources) } }
}
