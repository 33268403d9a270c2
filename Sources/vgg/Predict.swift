import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGDiagnostics
import VGGExecution
import VGGFiles
import VGGGraph
import VGGMarkup
import VGGRuntime

/// `vgg predict`: prints a network's output for photos.
struct Predict: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Classify photos: print the five most likely classes of each, with probabilities.",
    discussion: """
      A PHOTO is an image file (JPEG, PNG, GIF, BMP, TIFF, PPM; WebP, HEIF and AVIF if gdk-pixbuf has a loader), a folder of \
      them, or a .f32 file: the network's input as raw little-endian float32 values, channels x height x width. \
      Photos are turned upright, resized, cropped and normalised according to the configuration's `preprocess`, or by \
      default as torchvision does for ImageNet.

      Examples:
        vgg predict D --weights vgg16.safetensors cat.jpg
        vgg predict Configs/custom.yaml --weights custom.safetensors photos/ --format json

      With --format json, each photo is one line: "format_version", its path as "input", "logits" ("probabilities" if the network ends in \
      softmax), and "top". A network without classes (`classifier: none`, `until`) has "shape" and "features" instead; \
      one with taps also has "taps", with the "shape" and "values" of each. --trace writes the layers' outputs for \
      comparison; layers that are fused (a convolution with its batch norm, ReLU and pooling) have one output, under \
      the name of the last of them.
      """)

  /// The format in which the answers are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

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
    help: "File with the class names, one per line, to use instead of the configuration's.")
  var labels: InputFile?

  @Option(help: "Photos per batch.")
  var batch = 8

  @OptionGroup var pixels: PixelArguments

  @OptionGroup var execution: ExecutionArguments

  @Option(help: "Output format.")
  var format: Format = .text

  @Option(
    help: "Also write the layers' outputs for a single photo to this safetensors file.")
  var trace: OutputFile?

  /// The minimum number of photos for copying weights; for fewer, copying takes longer than it saves.
  static let photosWorthACopy = 32

  func validate() throws {
    try checkRange("--batch", batch, in: 1...1024)
  }

  func run() throws {
    let (graph, compilation) = try Inputs.oneNetwork(
      config.path, model: model, input: input.shape, in: language.language)
    let classes = try ClassNames(of: weights.path)
    try classes.check(graph, compilation, in: language.language)
    if labels != nil { try ClassNames.requireClasses(of: graph) }
    let labels =
      try labels.map { try LabelFile.read($0.path, for: graph, in: language.language) } ?? graph
      .labels ?? classes.names
      ?? []
    let found = PhotoFinder.files(in: photos.map(\.path))
    for failure in found.failures {
      Console.reportError(phrases.words(for: failure), in: language.language)
    }
    if found.hidden > 0 {
      Console.remark(phrases.leftOutHidden(found.hidden), in: language.language)
    }
    guard !found.paths.isEmpty else { throw ExitCode.noInput }
    try Output.refuseToReplace(
      inputs: found.paths + [weights.path, config.path, self.labels?.path], with: [trace?.path])
    if trace != nil, found.paths.count != 1 {
      Console.reportError(phrases.traceTakesOne(not: found.paths.count), in: language.language)
      throw ExitCode.usage
    }
    let batch = min(batch, found.paths.count)
    let program = try Programs.load(
      graph, weights: weights.path, seed: 0,
      execution.options(
        batch: batch, copiesWeights: found.paths.count >= Self.photosWorthACopy),
      isCached: execution.cache)
    var status: ExitCode? = found.failures.isEmpty ? nil : .noInput
    var reader = PhotoReader(graph, mostPixels: pixels.mostPixels)
    let progress = Progress(.classifying, total: found.paths.count, printsAnswers: true)
    for start in stride(from: 0, to: found.paths.count, by: batch) {
      let paths = found.paths[start..<min(start + batch, found.paths.count)]
      for failure in try classify(Array(paths), by: program, reading: &reader, labels: labels) {
        progress.clear()
        Console.reportError(failure.reason, in: language.language)
        // A file that cannot be read is more likely a mistake in the command than one that is not a picture.
        status = failure.isUnreadable ? .noInput : status ?? .unsound
      }
      progress.advance(by: paths.count)
    }
    progress.clear()
    PhotoFolders.remark(onDeep: reader.deep, in: language.language)
    for warning in reader.coverage.warnings(
      on: graph, photos: phrases.photos(of: nil), in: language.language)
    {
      Console.warn(warning, in: language.language)
    }
    if let status { throw status }
  }

  private var phrases: any RunPhrasebook { language.language.runPhrases }

  /// The reason why a photo has no answer.
  private struct Failure {
    let reason: String
    var isUnreadable = false
  }

  /// Prints the network's output for the usable photos; returns the problems with the
  /// others.
  private func classify(
    _ paths: [String], by program: Program, reading reader: inout PhotoReader, labels: [String]
  ) throws -> [Failure] {
    var (images, usable, failures): ([Float], [String], [Failure]) = ([], [], [])
    for path in paths {
      do throws(InputError) {
        images += try reader.read(path)
        usable.append(path)
      } catch {
        failures.append(
          Failure(reason: phrases.words(for: error), isUnreadable: error.kind == .unreadable))
      }
    }
    guard !usable.isEmpty else { return failures }
    let (outputs, taps) = try Programs.reportingErrors { () throws(ComputeError) in
      try program.runWithTaps(images)
    }
    if let trace { try TraceFile.write(program, images, to: trace.path) }
    let count = outputs.count / usable.count
    for (index, path) in usable.enumerated() {
      let values = Array(outputs[index * count..<(index + 1) * count])
      let tapped = zip(program.graph.tappedLayers, taps).map { tapped, values in
        let size = tapped.layer.output.elementCount
        return NamedValues(
          name: tapped.tap.name, dimensions: tapped.layer.output.dimensions,
          values: Array(values[index * size..<(index + 1) * size]))
      }
      let line: String
      do {
        line = try answer(path, values, taps: tapped, of: program.graph, labels: labels)
      } catch let error as NotFiniteOutput {
        failures.append(failure(path, .notFinite(error)))
        continue
      } catch let error as Features.NotFinite {
        failures.append(failure(path, .notFiniteFeatures(error.value)))
        continue
      }
      try Console.write(line)
    }
    return failures
  }

  private func failure(_ path: String, _ fault: InputFault) -> Failure {
    Failure(reason: phrases.words(for: InputError(.malformed, file: path, fault)))
  }

  /// The text that is printed for a photo.
  ///
  /// - Throws: The problem with the values.
  private func answer(
    _ path: String, _ values: [Float], taps: [NamedValues], of graph: ModelGraph, labels: [String]
  ) throws -> String {
    let tapped = try TappedFeatures(taps)
    let version = DocumentKind.predict.formatVersion
    let output: ClassifierOutput
    switch graph.outcome {
    case .scores: output = .logits
    case .probabilities: output = .probabilities
    case .features:
      let features = try Features(values, shape: graph.output.dimensions)
      return format == .json
        ? features.json(version: version, input: path, taps: tapped) + "\n"
        : try "\(printable(path))\n  \(FeatureStatistics(features).line(in: phrases))\n"
          + tapLines(taps)
    }
    let answer = try Classification(values, output, labels: labels)
    return format == .json
      ? answer.json(version: version, input: path, taps: tapped) + "\n"
      : try table(path, answer) + tapLines(taps)
  }

  // MARK: - Printing

  /// A line for each tap: its name, and a summary of its values.
  private func tapLines(_ taps: [NamedValues]) throws -> String {
    let width = taps.map(\.name.count).max() ?? 0
    return try taps.map { tap in
      let statistics = FeatureStatistics(try Features(tap.values, shape: tap.dimensions))
      let gap = String(repeating: " ", count: width - tap.name.count + 2)
      return "  \(tap.name)\(gap)\(statistics.line(in: phrases))\n"
    }.joined()
  }

  private func table(_ path: String, _ answer: Classification) -> String {
    let rows = answer.top.map { candidate in
      let percent = decimal(
        Int(clamping: (Double(candidate.probability) * 10_000).rounded()), per: 100, places: 2)
      let name = candidate.label.map(printable) ?? phrases.className(candidate.index)
      return "  \(padded("\(percent)%", to: 8))  \(name)\n"
    }
    return "\(printable(path))\n" + rows.joined()
  }

  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
