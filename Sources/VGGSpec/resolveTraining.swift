import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGSyntax

/// Resolves parts of `training` that are each written in a separate text, as a command's options are.
///
/// - Parameter parts: the values as YAML; the texts are added to `sources`.
/// - Returns: The spec that they state, and their problems.
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
    TrainingKey.allCases.reduce(into: self) { $0.fill($1, from: base) }
  }

  /// Takes a part of `base` where it is not stated here.
  private mutating func fill(_ key: TrainingKey, from base: TrainingSpec) {
    switch key {
    case .optimizer: optimizer = optimizer ?? base.optimizer
    case .rate: rate = rate ?? base.rate
    case .momentum: momentum = momentum ?? base.momentum
    case .betas: betas = betas ?? base.betas
    case .weightDecay: weightDecay = weightDecay ?? base.weightDecay
    case .batch: batch = batch ?? base.batch
    case .epochs: epochs = epochs ?? base.epochs
    case .schedule: schedule = schedule ?? base.schedule
    case .clip: clip = clip ?? base.clip
    case .labelSmoothing: labelSmoothing = labelSmoothing ?? base.labelSmoothing
    case .seed: seed = seed ?? base.seed
    }
  }
}
