import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGPhotoFit
import VGGPhrasebooks
import VGGSpec

/// The compiler as one chain of values:
///
///     SourceFile --parse--> SyntaxNode --resolve--> [ModelSpec] --check--> [CheckedModel]
///
/// Each stage is a function of the module that is named for its result, and also returns
/// diagnostics. Reports and emitters continue from there.
package struct CompilerPipeline: Sendable {
  /// The reader of the files that a configuration names (`extends`, `labels`).
  package var reader: SourceReader
  /// An input to check with in place of the configuration's, channels x height x width.
  package var input: MapShape?
  /// The name of the only model to compile.
  package var modelName: String?
  /// A change of the convolutions to check with.
  package var kernels: KernelVariant?
  /// Whether to check as if the configuration had no `until`, so that all layers that it lists are there.
  package var ignoresEnd = false

  package init(reader: SourceReader, input: MapShape? = nil, modelName: String? = nil) {
    self.reader = reader
    self.input = input
    self.modelName = modelName
  }

  /// Compiles one file: the model named `modelName`, or all.
  ///
  /// - Throws: ``UnknownModel`` if `modelName` is not the name of one of the file's models.
  package func compile(_ file: SourceFile) throws(UnknownModel) -> Compilation {
    try compile(file) { models throws(UnknownModel) in try chosen(from: models) }
  }

  /// Compiles every model of one file.
  package func compileAll(_ file: SourceFile) -> Compilation {
    compile(file) { $0 }
  }

  private func compile<Failure: Error>(
    _ file: SourceFile, choosing: ([ResolvedModel]) throws(Failure) -> [ResolvedModel]
  ) throws(Failure) -> Compilation {
    guard file.bytes.count <= SourceFile.maximumSize else { return tooLarge(file.name) }
    var sources = SourceMap()
    let source = sources.add(file)
    let read = readFile(source, in: &sources, reader: reader)
    let input = input.map { $0.spanned(in: &sources) }
    let ofFile = read.diagnostics
    var models: [CheckedModel] = []
    var found = ofFile
    for model in try choosing(read.models) {
      found += model.diagnostics
      guard let stated = model.spec else { continue }
      var spec = kernels?.applied(to: stated) ?? stated
      if ignoresEnd { spec.until = nil }
      let outcome = check(input.map(spec.with) ?? spec, earlier: ofFile + model.diagnostics)
      models.append(outcome.model)
      // A fix for another input does not fix the file.
      found += input == nil ? outcome.diagnostics : outcome.diagnostics.map(\.withoutFixIts)
    }
    return Compilation(
      sources: sources, main: source, models: models, modelNames: read.models.map(\.name),
      diagnostics: found.withoutRepeats.inSourceOrder)
  }

  /// The compilation of a text that is not read because of its size; the diagnostic points into an empty text.
  private func tooLarge(_ name: String) -> Compilation {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: name, bytes: []))
    let finding = UnreadableInput.document(maximumSize: SourceFile.maximumSize)
    return Compilation(
      sources: sources, main: source, models: [], modelNames: [],
      diagnostics: [
        Diagnostic(finding, at: SourceRange(source: source, start: 0, end: 0))
      ])
  }

  private func chosen(from models: [ResolvedModel]) throws(UnknownModel) -> [ResolvedModel] {
    guard let modelName, !models.isEmpty else { return models }
    let chosen = models.filter { $0.name == modelName }
    guard chosen.isEmpty else { return chosen }
    throw UnknownModel(name: modelName, known: models.map(\.name))
  }
}

extension MapShape {
  /// The shape as a separate text, for messages to point into.
  fileprivate func spanned(in sources: inout SourceMap) -> Spanned<MapShape> {
    let file = SourceFile(option: "--input", value: description)
    let source = sources.add(file)
    return Spanned(self, at: SourceRange(source: source, start: 0, end: file.bytes.count))
  }
}

extension ModelSpec {
  /// The same spec for another input, to which photos are then resized and cropped.
  fileprivate func with(input: Spanned<MapShape>) -> ModelSpec {
    var copy = self
    copy.input = input
    copy.preprocess?.resize = preprocess?.resize.flatMap { resize(of: $0, for: input.value) }
    copy.preprocess?.crop = nil
    return copy
  }

  /// `resize` for another input: the old input's size becomes the new input's, and other numbers are left out.
  private func resize(
    of stated: Spanned<PhotoResize>, for input: MapShape
  ) -> Spanned<PhotoResize>? {
    switch stated.value {
    case .unchanged: stated
    case .size(let height, let width)
    where self.input?.value.plane == PlaneSize(height: height, width: width):
      Spanned(.size(height: input.height, width: input.width), at: stated.range)
    case .size, .shorterSide, .cover: nil
    }
  }
}

/// The error that the file has no model of the requested name.
package struct UnknownModel: Error {
  package let name: String
  package let known: [String]

  package init(name: String, known: [String]) {
    self.name = name
    self.known = known
  }

  /// The known name most similar to the requested one.
  package var nearest: String? { nearestName(to: name, among: known) }
}
