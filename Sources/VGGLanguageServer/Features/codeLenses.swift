import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGSyntax

/// The totals of each model without errors, above its key; for the only model of a file, above `name` or else the first key.
func codeLenses(of analysis: Analysis, _ language: Language) -> [LSP.CodeLens] {
  guard let root = analysis.root else { return [] }
  let models = Dictionary(
    root.models.map { ($0.key.value, $0.key.range) }, uniquingKeysWith: { first, _ in first })
  let name = root.entries.first { $0.key.value == ModelKey.name.rawValue } ?? root.entries.first
  return analysis.compilation.graphs.compactMap { graph in
    guard let place = models.isEmpty ? name?.key.range : models[graph.name], analysis.isOwn(place)
    else {
      return nil
    }
    let title = language.serverPhrases.totals(of: graph)
    return LSP.CodeLens(
      range: analysis.positions.range(place), command: .init(title: title))
  }
}
