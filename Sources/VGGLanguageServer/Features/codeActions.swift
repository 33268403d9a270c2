import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks

/// Every fix-it of the diagnostics in a range, and one action that applies all of the document's fix-its.
///
/// - Parameter only: The requested kinds; all if `nil`.
func codeActions(
  in range: LSP.Range, only: [String]?, of analysis: Analysis, for client: Client
) -> [LSP.CodeAction] {
  func isWanted(_ kind: String) -> Bool {
    only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
  }
  let converter = DiagnosticConverter(analysis, for: client)
  let phrases = converter.phrases
  var actions: [LSP.CodeAction] = []
  if isWanted(LSP.CodeAction.quickFix) {
    let wanted = analysis.positions.offsets(of: range)
    actions += analysis.compilation.diagnostics.flatMap { diagnostic in
      let shown = converter.convert(diagnostic)
      let place = analysis.positions.offsets(of: shown.range)
      let meets = place.lowerBound <= wanted.upperBound && wanted.lowerBound <= place.upperBound
      return meets
        ? diagnostic.fixIts.compactMap { quickFix($0, for: shown, in: analysis, phrases) } : []
    }
  }
  if isWanted(LSP.CodeAction.fixAll), let all = fixAll(analysis, phrases) { actions.append(all) }
  return actions
}

private func quickFix(
  _ fixIt: FixIt, for diagnostic: LSP.Diagnostic, in analysis: Analysis,
  _ phrases: any FindingPhrasebook
) -> LSP.CodeAction? {
  guard let location = analysis.location(of: fixIt.range) else { return nil }
  let edit = LSP.TextEdit(range: location.range, newText: fixIt.replacement)
  return LSP.CodeAction(
    title: printable(phrases.title(of: fixIt.action)), kind: LSP.CodeAction.quickFix,
    diagnostics: [diagnostic],
    isPreferred: fixIt.confidence == .certain,
    edit: LSP.WorkspaceEdit(changes: [location.uri: [edit]]))
}

/// The changes that `vggc check --fix` would make.
private func fixAll(
  _ analysis: Analysis, _ phrases: any FindingPhrasebook
) -> LSP.CodeAction? {
  let fixIts = analysis.compilation.diagnostics.flatMap(\.fixIts)
  guard fixIts.contains(where: { $0.confidence == .certain && analysis.isOwn($0.range) }) else {
    return nil
  }
  let edits = edits(from: analysis.positions, to: analysis.fixedText)
  guard !edits.isEmpty else { return nil }
  return LSP.CodeAction(
    title: phrases.applyAllFixes, kind: LSP.CodeAction.fixAll,
    edit: LSP.WorkspaceEdit(changes: [analysis.document.uri: edits]))
}
