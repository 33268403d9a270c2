import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGCompute
import VGGData
import VGGExecution
import VGGFiles
import VGGGraph
import VGGMetrics
import VGGRuntime

/// `vgg evaluate`: measures how well a network classifies photos.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure a network's accuracy on a folder of photos.",
    discussion: """
      DIR contains one folder of photos per class. Prints the accuracy, the share of photos whose class is among the five \
      most likely, the precision and recall of each class, the confusion matrix, and the most confident mistakes. If the \
      weights name the classes that they were trained on, folders are matched to classes by name, otherwise by sorted \
      order.

      Examples:
        vgg evaluate digits.yaml --weights run/weights.safetensors --data digits/test
        vgg evaluate digits.yaml --weights run/weights.safetensors --data digits/test --format json
        vgg evaluate digits.yaml --weights run/weights.safetensors --data digits/test --csv m.csv --svg m.svg

      With --format json, prints one object: "accuracy", "top5", "photos", "classes", "confusion", "mistakes", \
      "unreadable".
      """)

  /// The format in which the figures are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup var configuration: ConfigurationArgument

  @OptionGroup var language: LanguageOptions

  @Option(help: "A safetensors or .pth file with torchvision's tensor names.")
  var weights: InputFile

  @Option(
    help: ArgumentHelp("Folder with one subfolder of photos per class.", valueName: "DIR"))
  var data: InputFolder

  @Flag(help: "Treat unusable photos as errors.")
  var strict = false

  @OptionGroup var pixels: PixelArguments

  @Option(help: "Photos per batch.")
  var batch = 32

  @Option(help: "Number of most confident mistakes to show.")
  var mistakes = 10

  @Option(help: "Write the confusion matrix as CSV.")
  var csv: OutputFile?

  @Option(help: "Write the confusion matrix as SVG.")
  var svg: OutputFile?

  @OptionGroup var execution: ExecutionArguments

  @Option(help: "Output format.")
  var format: Format = .text

  func validate() throws {
    try checkRange("--batch", batch, in: 1...4096)
    try checkRange("--mistakes", mistakes, in: 0...100_000)
  }

  func run() throws {
    try Output.refuseToReplace(
      inputs: [weights.path, configuration.config?.path], with: [csv?.path, svg?.path])
    let (graph, compilation) = try configuration.network(in: language.language)
    try ClassNames.requireClasses(of: graph)
    let folder = try PhotoFolders.read(data.path, for: .evaluating, in: language.language)
    let classes = try ClassNames(of: weights.path)
    let labelled = try classes.labelled(
      folder, for: graph, compilation, in: language.language)
    let options = execution.options(
      batch: min(batch, labelled.photos.count), copiesWeights: true)
    let program = try Programs.load(
      graph, weights: weights.path, seed: 0, options, isCached: execution.cache)
    let transform = InputTransform(graph, isAugmented: false)
    let store = try PhotoFolders.store(
      labelled, transform,
      reading: PhotoReading(
        threads: options.threads, mostPixels: pixels.mostPixels, isStrict: strict),
      in: language.language)
    PhotoFolders.warn(of: [store], on: graph, in: language.language)
    let evaluation = try evaluate(program, on: store, through: transform)
    try write(evaluation)
    switch format {
    case .text:
      let stream = Console.Stream.output
      try Console.write(
        evaluation.text(
          width: stream.width, style: stream.style, in: language.language.evaluationPhrases))
    case .json:
      try Console.write(
        evaluation.json(unreadable: store.unreadable.map { ($0.path, $0.reason) }))
    }
  }

  private func evaluate(
    _ program: Program, on store: PhotoStore, through transform: InputTransform
  ) throws -> Evaluation {
    let loader = PhotoLoader(
      store, transform, batch: program.options.batch, order: .listed, seed: 0)
    let output: ClassifierOutput =
      program.graph.outcome == .probabilities ? .probabilities : .logits
    let outputCount = program.graph.output.elementCount
    var evaluation = Evaluation(classes: store.folder.classes, mostMistakes: mistakes)
    var outputs = [Float](repeating: 0, count: program.options.batch * outputCount)
    let progress = Progress(
      .evaluating, total: store.folder.photos.count, printsAnswers: false)
    do {
      try loader.forEachBatch(ofEpoch: 0) { batch in
        try outputs.withUnsafeMutableBufferPointer { outputs in
          try program.run(
            batch.values,
            into: UnsafeMutableBufferPointer(rebasing: outputs[..<(batch.count * outputCount)]))
        }
        for (place, photo) in batch.photos.enumerated() {
          let values = Array(outputs[place * outputCount..<(place + 1) * outputCount])
          let file = store.folder.photos[photo].path
          do throws(NotFiniteOutput) {
            let answer = try Classification(values, output, labels: [])
            evaluation.add(
              file: file, actual: batch.labels[place], top: answer.top.map(\.index),
              probability: answer.top[0].probability)
          } catch {
            throw InputError(.malformed, file: file, .notFinite(error))
          }
        }
        progress.advance(by: batch.count)
      }
    } catch let error as InputError {
      progress.clear()
      Console.reportError(language.language.runPhrases.words(for: error), in: language.language)
      throw error.kind == .unreadable ? ExitCode.noInput : ExitCode.unsound
    } catch let error as ComputeError {
      progress.clear()
      Console.reportError(language.language.runPhrases.words(for: error), in: language.language)
      throw ExitCode.unsound
    }
    progress.clear()
    return evaluation
  }

  private func write(_ evaluation: Evaluation) throws {
    let phrases = language.language.evaluationPhrases
    let files = [
      (csv, { evaluation.confusion.csv() }),
      (
        svg,
        {
          evaluation.confusion.svg(
            title: phrases.matrixTitle(
              PathText.shown(data.path), accuracy: percent(evaluation.accuracy)),
            in: phrases)
        }
      ),
    ]
    for (path, content) in files {
      guard let path else { continue }
      try Output.write(content(), to: path.path)
    }
  }
}
