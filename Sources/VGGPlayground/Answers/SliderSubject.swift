import VGGCompilation
import VGGDiagnostics
import VGGGraph
import VGGSpec

/// The model that the page shows, at its own size and at the slider's sizes.
struct SliderSubject {
  let compilation: Compilation
  /// The model's index among the models that could be checked; `nil` if there aren't any.
  let model: Int?
  private let file: SourceFile
  private let pipeline: CompilerPipeline

  /// - Parameter model: The requested index; clamped to the last model.
  init(_ file: SourceFile, model: Int, pipeline: CompilerPipeline) {
    compilation = pipeline.compileAll(file)
    let last = compilation.models.indices.last
    self.model = last.map { min(max(model, 0), $0) }
    self.file = file
    self.pipeline = pipeline
  }

  /// The model at the size in the text.
  var own: CheckedModel? { model.map { compilation.models[$0] } }

  /// The model at the slider's size, or at the size in the text if there is no slider size or that fails.
  func shown(at side: Int?) -> CheckedModel? {
    guard let side, let input = input(at: side), input.height != ownSide else { return own }
    return model(at: side) ?? own
  }

  /// The model for an image of another size.
  private func model(at side: Int) -> CheckedModel? {
    guard let model, let input = input(at: side) else { return nil }
    var pipeline = pipeline
    pipeline.input = input
    let models = pipeline.compileAll(file).models
    return model < models.count ? models[model] : nil
  }

  /// The image's height in the text.
  var ownSide: Int? { own?.input?.height }

  /// The slider's range: up to twice the model's own size, so that its own size is in the middle.
  var sides: ClosedRange<Int>? {
    ownSide.map { 1...min(max(128, 2 * $0), LanguageBounds.imageSide.upperBound) }
  }

  /// An image with `side` rows and the aspect ratio of the text's image.
  func input(at side: Int) -> MapShape? {
    guard let own = own?.input, let sides else { return nil }
    let height = min(max(side, sides.lowerBound), sides.upperBound)
    let (width, remainder) = (height * own.width).quotientAndRemainder(dividingBy: own.height)
    let rounded = width + (2 * remainder >= own.height ? 1 : 0)
    return MapShape(
      channels: own.channels, height: height,
      width: min(max(rounded, 1), LanguageBounds.imageSide.upperBound))
  }

  /// Whether the network works at each size; empty if checking all of them would take too long.
  ///
  /// - Throws: ``ClientLeft`` before the next size is checked.
  func works(for client: ClientPresence) throws(ClientLeft) -> [(side: Int, works: Bool)] {
    guard let own, let sides else { return [] }
    let workEach = file.bytes.count + Self.bytesPerLayer * own.layers.count
    guard sides.count * workEach <= Self.mostWork else { return [] }
    return try sides.map { side throws(ClientLeft) in
      try client.check()
      return if case .graph = model(at: side) { (side, true) } else { (side, false) }
    }
  }

  /// The edit that sets this input in the text; `nil` if none is known.
  ///
  /// - Throws: ``ClientLeft`` before the next edit is tried.
  func edit(writing input: MapShape, for client: ClientPresence) throws(ClientLeft) -> InputEdit? {
    guard let model, let own else { return nil }
    let candidates = InputEdit.candidates(
      for: input, of: own.name, in: file, as: compilation.main, of: compilation.sources)
    for candidate in candidates {
      try client.check()
      let models = pipeline.compileAll(candidate.applied(to: file)).models
      if models.count == compilation.models.count, models[model].input == input {
        return candidate
      }
    }
    return nil
  }

  /// The work limit in bytes read, and the cost of checking a layer in the same unit.
  private static let (mostWork, bytesPerLayer) = (4_000_000, 20)
}
