import VGGDiagnostics

/// A file's bytes after the certain fix-its of `diagnostics` that edit it; edits that overlap an earlier
/// one wait for another round.
package func applyFixIts(of diagnostics: [Diagnostic], to file: SourceFile, _ source: SourceID)
  -> [UInt8]
{
  let edits = diagnostics.flatMap(\.fixIts)
    .filter { $0.confidence == .certain && $0.range.source == source }
    .sorted { $0.range.start < $1.range.start }
    .map { TextEdit($0.range.start..<$0.range.end, $0.replacement) }
  return MendedText(file, edits).file.bytes
}
