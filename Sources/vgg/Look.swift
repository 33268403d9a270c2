import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGDiagnostics
import VGGGraph
import VGGInsight
import VGGRuntime
import VGGWeights

/// `vgg look`: shows the way of photos through a network, and the reason for the answer.
struct Look: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "look",
    abstract: "Show photos on their way through a network, and the reason for its answer.",
    discussion: """
      For each photo: the photo as the network gets it, the strongest channels of each block, the answer, and the part of \
      the photo that speaks for a class (Grad-CAM). Without -o, prints to the terminal, in colours where it has them. The \
      ending of -o selects the form: .html is a page in one file, .png a picture, and .json the numbers \
      (Docs/schema/look.schema.json describes them).

      The class is the most likely one, unless --class names another. The explained layer is the last feature map that \
      isn't pooled, such as relu5_3 of VGG-16, unless --layer names another.

      Examples:
        vgg look D --weights vgg16.safetensors cat.jpg
        vgg look D --weights vgg16.safetensors cat.jpg --class tabby -o look.html
        vgg look D --weights vgg16.safetensors photos/ --layer conv3_2 -o look.json
      """)

  @Argument(
    help: "A configuration's path, - for standard input, or the name of a built-in configuration.")
  var config: InputFile

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOptions

  @Option(help: "A safetensors or .pth file with torchvision's tensor names.")
  var weights: InputFile

  @Argument(help: "Photos, folders of photos, or .f32 files.")
  var photos: [InputFile]

  @Option(
    help: ArgumentHelp(
      "A layer to show, by the paper's name or torchvision's; the first one explains the answer. May be repeated.",
      valueName: "name"))
  var layer: [String] = []

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("The class to explain, by label or number.", valueName: "name"))
  var className: String?

  @Option(
    help: "File with the class names, one per line, to use instead of the configuration's.")
  var labels: InputFile?

  @Option(
    name: .shortAndLong,
    help: "Write to this file (.html, .png or .json) instead of the terminal.")
  var output: OutputFile?

  @OptionGroup var pixels: PixelArguments

  @OptionGroup var execution: ExecutionArguments

  func validate() throws {
    if let output, LookForm(of: output.path) == nil {
      throw ValidationError(.fileEnding(option: "-o", LookForm.endings))
    }
  }

  func run() throws {
    let (graph, compilation) = try Inputs.oneNetwork(
      config.path, model: model, input: input.shape, in: language.language)
    let classes = try ClassNames(of: weights.path)
    try classes.check(graph, compilation, in: language.language)
    let found = PhotoFinder.files(in: photos.map(\.path))
    for failure in found.failures {
      Console.reportError(phrases.words(for: failure), in: language.language)
    }
    if found.hidden > 0 {
      Console.remark(phrases.leftOutHidden(found.hidden), in: language.language)
    }
    try Output.refuseToReplace(
      inputs: found.paths + [weights.path, config.path, labels?.path], with: [output?.path])
    let form = output.flatMap { LookForm(of: $0.path) } ?? .text
    let request = try request(of: graph, classes: classes, form)
    guard !found.paths.isEmpty else { throw ExitCode.noInput }
    // Loading the weights counts as one more photo.
    let progress = Progress(
      .looking, total: found.paths.count + 1, printsAnswers: form == .text)
    let insight = try Programs.insight(
      graph, layers: request.layers, explaining: request.explained, weights: weights.path, seed: 0,
      execution.options(
        batch: 1, copiesWeights: found.paths.count >= Predict.photosWorthACopy),
      isCached: execution.cache)
    progress.advance()
    let provenance = compilation.provenance(of: graph).sentence
    var report = LookReport(form, graph, comment: provenance, in: language.language)
    var status: ExitCode? = found.failures.isEmpty ? nil : .noInput
    var reader = PhotoReader(graph, mostPixels: pixels.mostPixels)
    for path in found.paths {
      let failure: Failure?
      do {
        failure = try look(at: path, reading: &reader, through: insight, request, to: &report)
      } catch let error as ComputeError {
        progress.clear()
        throw Programs.report(error)
      }
      if let failure {
        progress.clear()
        Console.reportError(failure.reason, in: language.language)
        status = failure.isUnreadable ? .noInput : status ?? .unsound
      }
      progress.advance()
    }
    progress.clear()
    try write(report)
    PhotoFolders.remark(onDeep: reader.deep, in: language.language)
    for warning in reader.coverage.warnings(
      on: graph, photos: phrases.photos(of: nil), in: language.language)
    {
      Console.warn(warning, in: language.language)
    }
    if let status { throw status }
  }

  private var phrases: any RunPhrasebook { language.language.runPhrases }

  // MARK: - The request

  /// The layers and the class that the user wants to see.
  private struct Request {
    let layers: [ChosenLayer]
    let explained: ChosenLayer
    /// `nil` for the most probable class.
    let classNumber: Int?
    let labels: [String]
  }

  /// - Throws: The exit status, after saying what the network lacks.
  private func request(
    of graph: ModelGraph, classes: ClassNames, _ form: LookForm
  ) throws -> Request {
    do throws(InsightError) {
      try graph.requireClasses()
    } catch {
      throw Programs.report(error)
    }
    let labels =
      try labels.map { try LabelFile.read($0.path, for: graph, in: language.language) }
      ?? graph.labels ?? classes.names ?? []
    do throws(InsightError) {
      var chosen: [ChosenLayer] = []
      for name in layer {
        let layer = try graph.mapLayer(named: name)
        if !chosen.contains(layer) { chosen.append(layer) }
      }
      var classNumber: Int?
      if let className {
        classNumber = try ClassNumber.named(
          className, labels: labels, count: graph.output.elementCount)
      }
      let explained =
        if let first = chosen.first { first } else { try graph.explainedLayer() }
      let shown =
        switch form {
        case .json: chosen.isEmpty ? [explained] : chosen
        case .text, .page, .picture: graph.layersToShow(with: chosen)
        }
      return Request(
        layers: shown, explained: explained, classNumber: classNumber, labels: labels)
    } catch {
      throw Programs.report(error)
    }
  }

  // MARK: - Photos

  /// The reason why a photo is not shown.
  private struct Failure {
    let reason: String
    var isUnreadable = false
  }

  /// Adds a photo to the report; returns the problem with it.
  private func look(
    at path: String, reading reader: inout PhotoReader, through insight: Insight,
    _ request: Request, to report: inout LookReport
  ) throws -> Failure? {
    do {
      let image = try reader.read(path)
      try report.add(
        LookedPhoto(
          path, image, through: insight, classNumber: request.classNumber, labels: request.labels))
      return nil
    } catch let error as InputError {
      return Failure(reason: phrases.words(for: error), isUnreadable: error.kind == .unreadable)
    } catch let error as InsightError {
      return Failure(reason: "\(path): \(language.language.insightPhrases.words(for: error))")
    }
  }

  private func write(_ report: LookReport) throws {
    guard let output, report.count > 0 else { return }
    try Output.write(try report.bytes(), to: output.path)
  }
}

extension ModelGraph {
  /// The layers at the ends of the blocks and `chosen`, in the order of the network.
  fileprivate func layersToShow(with chosen: [ChosenLayer]) -> [ChosenLayer] {
    var shown = blockLayers
    for layer in chosen where !shown.contains(where: { $0.index == layer.index }) {
      shown.append(layer)
    }
    return shown.sorted { ($0.index ?? -1) < ($1.index ?? -1) }
  }
}
