import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGSyntax

/// The state of resolving one file: everything read and reported so far.
///
/// Each key of the language is read in a separate extension, in the file named for the key.
struct Resolver {
  var sources: SourceMap
  let reader: SourceReader
  var diagnostics: [Diagnostic] = []
  /// The files that models extend, by path.
  var bases: [String: ParsedYAML] = [:]

  init(sources: SourceMap, reader: SourceReader) {
    self.sources = sources
    self.reader = reader
  }

  mutating func report(_ finding: some Finding, at range: SourceRange) {
    diagnostics.append(Diagnostic(finding, at: range))
  }

  /// The result of `body`, and the findings that it reports, apart from all others.
  mutating func collectingDiagnostics<Result>(
    _ body: (inout Resolver) -> Result
  ) -> (result: Result, diagnostics: [Diagnostic]) {
    let earlier = diagnostics
    diagnostics = []
    let result = body(&self)
    defer { diagnostics = earlier }
    return (result, diagnostics)
  }

  /// The models of a file: one, or those under its `models` key.
  mutating func models(of root: SyntaxNode?, in source: SourceID) -> [ResolvedModel] {
    let start = SourceRange(source: source, start: 0, end: 0)
    guard let root else {
      if !diagnostics.hasErrors, sources[source].isBlank { report(MissingKey.emptyFile, at: start) }
      return []
    }
    if case .reported = root.content { return [] }
    guard case .mapping(let entries) = root.content else {
      report(WrongType.root(root.kind, lacksSpace: root.hasColon), at: root.range.firstCharacter)
      return []
    }
    let file = FilePath.normalized(sources[source].name)
    let keys = inherited(entries, chain: [file], of: root.range)
    let stem = FilePath.stem(PathText.shown(sources[source].name))
    guard let models = keys.first(.models) else {
      let spec = model(keys, named: Spanned(stem, at: root.range))
      return [ResolvedModel(name: spec.name.value, spec: spec, diagnostics: [])]
    }
    return severalModels(models, shared: keys)
  }

  /// One model from the keys that apply to it.
  mutating func model(_ keys: InheritedKeys, named defaultName: Spanned<String>) -> ModelSpec {
    let name =
      keys.first(.name).flatMap { text($0, of: .key(ModelKey.name.rawValue)) } ?? defaultName
    let activation =
      keys.first(.activation).flatMap { self.activation($0) }?.value ?? LanguageDefaults.activation
    let (features, featuresRange) = features(keys, activation)
    let (classifier, classifierRange, dense) = classifier(
      keys.first(.classifier), in: featuresRange, activation)
    let averagePool = averagePool(keys.first(.avgpool))
    // An inherited pooling layer is left out.
    if let dense, case .size(let size) = averagePool, keys.own[.avgpool] != nil {
      report(
        ConflictingKeys.poolAndDense(text: sources.text(of: size.range), dense: dense.range),
        at: size.range)
    }
    return ModelSpec(
      name: name,
      input: input(keys.first(.input), in: keys.range),
      features: features,
      featuresRange: featuresRange,
      batchNorm: keys.first(.batchNorm).flatMap {
        truth($0, of: .key(ModelKey.batchNorm.rawValue))
      }?.value ?? LanguageDefaults.batchNorm,
      activation: activation,
      averagePool: averagePool,
      classifier: classifier,
      classifierRange: classifierRange,
      dense: dense,
      until: keys.first(.until).flatMap { text($0, of: .key(ModelKey.until.rawValue)) },
      taps: keys.first(.taps).map { taps($0) } ?? [],
      labels: keys.first(.labels).flatMap { labels($0) },
      preprocess: keys.first(.preprocess).flatMap { preprocess($0) },
      augment: keys.first(.augment).flatMap { augment($0) },
      training: keys.first(.training).flatMap { training($0) },
      trainingRange: keys.first(.training)?.range.firstCharacter,
      limits: keys.first(.limits).map { limits($0) } ?? [], ownKeys: keys.own)
  }
}

extension SyntaxNode {
  /// Whether it is text with a colon: perhaps a key and its value without a space between.
  fileprivate var hasColon: Bool {
    if case .scalar(let scalar) = content { scalar.text.contains(":") } else { false }
  }
}

extension SourceFile {
  /// Whether there is nothing but space and comments.
  fileprivate var isBlank: Bool {
    text(byteOrderMarkLength..<bytes.count).split(whereSeparator: \.isNewline).allSatisfy { line in
      let content = line.drop(while: \.isWhitespace)
      return content.isEmpty || content.hasPrefix("#") || content == "---"
    }
  }
}
