import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGSpec
import VGGSyntax

/// A document's diagnostics as the client shows them.
func diagnostics(of analysis: Analysis, for client: Client) -> [LSP.Diagnostic] {
  let converter = DiagnosticConverter(analysis, for: client)
  return analysis.compilation.diagnostics.map(converter.convert)
}

/// The only diagnostic of a text that is too large to check.
func tooLargeDiagnostic(_ document: OpenDocument, for client: Client) -> LSP.Diagnostic {
  let start = LSP.Position(line: 0, character: 0)
  let finding = UnreadableInput.document(maximumSize: SourceFile.maximumSize)
  return LSP.Diagnostic(
    range: LSP.Range(start: start, end: start), severity: .error,
    code: UnreadableInput.id.rawValue,
    message: finding.words(in: client.language.findings).message)
}

struct DiagnosticConverter {
  private let analysis: Analysis
  /// Whether the client shows the locations of notes; if not, notes are part of the message.
  private let isRelating: Bool
  let phrases: any FindingPhrasebook

  init(_ analysis: Analysis, for client: Client) {
    self.analysis = analysis
    isRelating = client.relatesDiagnostics
    phrases = client.language.findings
  }

  func convert(_ diagnostic: Diagnostic) -> LSP.Diagnostic {
    let words = diagnostic.words(in: phrases)
    var message = printable(words.message)
    if let label = words.label { message += "\n\(printable(label))" }
    var related: [LSP.Diagnostic.RelatedInformation] = []
    var range = diagnostic.range
    if !analysis.isOwn(range) {
      message = phrases.inFile(
        printable(analysis.compilation.sources.name(of: range)), message)
      related += information(Note(words.message, at: range))
      range = place(naming: range.source)
    }
    for note in words.notes {
      let found = information(note)
      related += found
      if found.isEmpty { message += "\n\(phrases.headings.note): \(printable(note.message))" }
    }
    return LSP.Diagnostic(
      range: analysis.positions.range(range),
      severity: diagnostic.severity == .error ? .error : .warning, code: diagnostic.id.rawValue,
      message: message, relatedInformation: related.isEmpty ? nil : related)
  }

  /// A note with its location, if the client shows it and the location is in a file.
  private func information(_ note: Note) -> [LSP.Diagnostic.RelatedInformation] {
    guard isRelating, let range = note.range, let location = analysis.location(of: range) else {
      return []
    }
    return [.init(location: location, message: printable(note.message))]
  }

  /// The range where the document names another file that has an error.
  private func place(naming source: SourceID) -> SourceRange {
    let bases = analysis.modelEntries.filter { $0.key.value == ModelKey.extends.rawValue }
    let named = bases.first { entry in
      guard case .scalar(let scalar) = entry.value.content else { return false }
      return analysis.path(named: scalar.text) == analysis.path(of: source)
    }
    return (named ?? bases.first)?.value.range
      ?? SourceRange(source: analysis.main, start: 0, end: 0)
  }
}

extension Analysis {
  /// A range as a location for the client; `nil` if it is in a built-in configuration.
  func location(of range: SourceRange) -> LSP.Location? {
    if isOwn(range) { return LSP.Location(uri: document.uri, range: positions.range(range)) }
    guard let path = path(of: range.source) else { return nil }
    let other = TextPositions(compilation.sources[range.source], document.encoding)
    return LSP.Location(uri: DocumentURI.uri(ofPath: path), range: other.range(range))
  }
}
