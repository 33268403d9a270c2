import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGSyntax

/// Resolves parts of `training` that stand each in a text of its own, as a command's options do.
///
/// - Parameter parts: the values as YAML; the texts are added to `sources`.
/// - Returns: what they say, with what is wrong with them.
package func resolveTraining(
  _ parts: [(key: TrainingKey, value: SourceFile)], in sources: inout SourceMap
) -> (spec: TrainingSpec, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var entries: [SyntaxEntry] = []
  for part in parts {
    let source = sources.add(part.value)
    let range = SourceRange(source: source, start: 0, end: part.value.bytes.count)
    let parsed = parseYAML(source, in: sources)
    diagnostics += parsed.diagnostics
    let value = parsed.root ?? SyntaxNode(.reported, at: range)
    entries.append(SyntaxEntry(key: Spanned(part.key.rawValue, at: range), value: value))
  }
  var resolver = Resolver(
    sources: sources,
    reader: SourceReader { _ throws(UnreadableFile) in throw UnreadableFile(reason: "no file") })
  let spec = resolver.training(
    SyntaxNode(.mapping(entries), at: SourceRange(source: sources.main, start: 0, end: 0)))
  return (spec ?? TrainingSpec(), diagnostics + resolver.diagnostics)
}

extension TrainingSpec {
  /// These parts over those of `base`.
  package func over(_ base: TrainingSpec) -> TrainingSpec {
    var joined = TrainingSpec()
    joined.optimizer = optimizer ?? base.optimizer
    joined.rate = rate ?? base.rate
    joined.momentum = momentum ?? base.momentum
    joined.betas = betas ?? base.betas
    joined.weightDecay = weightDecay ?? base.weightDecay
    joined.batch = batch ?? base.batch
    joined.epochs = epochs ?? base.epochs
    joined.schedule = schedule ?? base.schedule
    joined.clip = clip ?? base.clip
    joined.labelSmoothing = labelSmoothing ?? base.labelSmoothing
    joined.seed = seed ?? base.seed
    return joined
  }
}
