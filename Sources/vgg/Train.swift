import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGData
import VGGDiagnostics
import VGGExecution
import VGGFiles
import VGGGraph
import VGGMetrics
import VGGRuntime
import VGGSpec
import VGGTraining
import VGGWeights

/// `vgg train`: trains weights from photos.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a network on a folder of photos.",
    discussion: """
      DIR contains one folder of photos per class. The configuration's `training` specifies how the network is trained, \
      and `augment` the random changes to photos; options override `training`. After every epoch, these files in RUN are \
      updated: weights.safetensors (with the class names), checkpoint/, metrics.csv, metrics.jsonl and curves.svg.

      Examples:
        vgg train digits.yaml --data digits/train --test digits/test -o run
        vgg train flowers.yaml --data photos --split 0.2 --epochs 20 -o run
        vgg train flowers.yaml --data photos --split 0.2 --epochs 20 -o run --resume
        vgg train flowers.yaml --data photos --weights vgg16.safetensors --drop-head --freeze features -o run
        vgg train flowers.yaml --data photos --weights vgg16.safetensors --drop-head --freeze conv4_3 -o run

      \(StartOptions.explanation)

      Ctrl-C finishes the current step and saves a checkpoint. --resume continues from the last checkpoint, even if the \
      process was killed; the weights are bit-identical to those of an uninterrupted run.

      Exit status: 0 success, 1 unsuitable data, weights or settings, or a loss that is not finite, 64 usage error, \
      66 unreadable input, 73 unwritable output, 130 stopped by Ctrl-C.
      """)

  @OptionGroup var configuration: ConfigurationArgument

  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp("Folder with one subfolder of photos per class.", valueName: "DIR"))
  var data: InputFolder

  @Option(
    help: ArgumentHelp("Folder of photos for testing, in the same layout.", valueName: "DIR"))
  var test: InputFolder?

  @Option(help: "Share of each class's photos to hold out for testing, such as 0.2.")
  var split: Double?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder to write into.", valueName: "RUN"))
  var output: OutputFolder

  @Flag(help: "Continue from RUN's checkpoint.")
  var resume = false

  @Option(help: "Start from the weights in this file.")
  var weights: InputFile?

  @OptionGroup var start: StartOptions

  @Option(
    help: ArgumentHelp(
      "Freeze the network up to and including this layer (conv4_3, features.21), or up to the classifier (features).",
      valueName: "LAYER"))
  var freeze: String?

  @Flag(help: "Treat unusable photos as errors.")
  var strict = false

  @OptionGroup var pixels: PixelArguments

  @OptionGroup var recipe: RecipeArguments

  @OptionGroup var processor: ProcessorArguments

  func validate() throws {
    if test != nil, split != nil { throw ValidationError(.notBoth("--test", "--split")) }
    if let split, !(split > 0 && split < 1) {
      throw ValidationError(.share("--split", seen: split))
    }
    if weights == nil, let option = start.first {
      throw ValidationError(.requires(option, anyOf: ["--weights"]))
    }
  }

  func run() throws {
    let (graph, compilation) = try configuration.network(in: language.language)
    try ClassNames.requireClasses(of: graph)
    let recipe = try recipe.recipe(of: graph, in: language.language)
    let frozen = try frozenPart(of: graph)
    let folder = RunFolder(output.path)
    if !resume { try checkUnused(folder) }
    let photos = try TrainingPhotos(
      data: data.path, test: test?.path, split: split, seed: UInt64(recipe.seed), graph,
      compilation,
      reading: PhotoReading(
        threads: processor.threadCount, mostPixels: pixels.mostPixels, isStrict: strict),
      in: language.language)
    let batch = min(recipe.batch, photos.training.folder.photos.count)
    if batch < recipe.batch {
      Console.remark(
        phrases.smallBatch(batch, batch: recipe.batch), in: language.language)
    }
    let description = try TrainingDescription(
      graph, recipe, conditions: photos.conditions.merging(conditions(frozen)) { $1 },
      instructionSet: processor.instructionSet)
    let options = TrainingOptions(
      recipe, batch: batch, threads: processor.threadCount,
      instructionSet: processor.instructionSet, isExact: processor.exact,
      frozen: frozen)
    try Trainers.reportingErrors {
      let (trainer, checkpoint, lock) = try beginning(
        of: graph, recipe: recipe, options: options, description, in: folder)
      let run = try TrainingRun(
        trainer, recipe,
        photos: PhotoLoader(
          photos.training, InputTransform(graph, isAugmented: true), batch: batch,
          order: .shuffled, seed: UInt64(recipe.seed)),
        test: photos.test.map {
          PhotoLoader(
            $0, InputTransform(graph, isAugmented: false), batch: batch, order: .listed, seed: 0)
        }, of: description, from: checkpoint, in: lock,
        phrases: language.language.curvePhrases)
      try train(run, photos: photos.training.folder.photos.count)
    }
  }

  private var phrases: any RunPhrasebook { language.language.runPhrases }

  private func train(_ run: TrainingRun, photos: Int) throws {
    if run.isFinished {
      Console.remark(phrases.finishedAlready(run.recipe.epochs), in: language.language)
    } else if run.position.steps > 0 {
      Console.remark(
        phrases.goingOn(after: run.position.epochs, step: run.position.steps),
        in: language.language)
    }
    Interruption.observe()
    let display = TrainingDisplay(
      epochs: run.recipe.epochs, photos: photos, in: phrases)
    defer { display.clear() }
    var failure: (any Error)?
    let isStopped = { Interruption.isRequested || failure != nil }
    try run.run(isStopped: isStopped) { event in
      do { try display.show(event) } catch { failure = error }
    }
    display.clear()
    if let failure { throw failure }
    guard run.isFinished else {
      Console.remark(
        phrases.stopped(in: run.position.epochs + 1, after: run.position.steps),
        in: language.language)
      throw ExitCode(130)
    }
    Console.remark(phrases.weights(in: run.folder.weights), in: language.language)
  }

  // MARK: - Beginnings

  /// The command-line settings that the result depends on.
  private func conditions(_ frozen: FrozenPart) -> [String: String] {
    ["--freeze": frozen.description, "--exact": "\(processor.exact)"]
  }

  private func frozenPart(of graph: ModelGraph) throws -> FrozenPart {
    guard let freeze else { return .nothing }
    if let part = FrozenPart(freeze, in: graph) { return part }
    Console.reportError(
      phrases.noLayer(
        printable(freeze), nearest: nearestName(to: freeze, among: FrozenPart.names(in: graph)),
        known: ["features"] + FrozenPart.weightedNames(in: graph)), in: language.language)
    throw ExitCode.usage
  }

  /// A trainer at the start or at the checkpoint, and a lock that reserves the folder for this process from then on.
  private func beginning(
    of graph: ModelGraph, recipe: TrainingRecipe, options: TrainingOptions,
    _ description: TrainingDescription, in folder: RunFolder
  ) throws -> (trainer: Trainer, checkpoint: Checkpoint?, lock: RunLock) {
    if resume, folder.hasCheckpoint {
      return try goingOn(graph, options: options, description, in: RunLock(folder))
    }
    // Made first, so that a network that cannot be trained leaves no folder behind.
    let trainer = try startingTrainer(for: graph, recipe: recipe, options: options)
    let lock = try RunLock(folder)
    // While this process waited for the folder, another training run may have ended in it.
    if resume, folder.hasCheckpoint {
      return try goingOn(graph, options: options, description, in: lock)
    }
    if resume {
      Console.remark(phrases.noCheckpoint(in: "\(output)"), in: language.language)
    } else {
      try checkUnused(folder)
    }
    return (trainer, nil, lock)
  }

  /// A trainer at the checkpoint in the locked folder.
  private func goingOn(
    _ graph: ModelGraph, options: TrainingOptions, _ description: TrainingDescription,
    in lock: RunLock
  ) throws -> (trainer: Trainer, checkpoint: Checkpoint?, lock: RunLock) {
    let checkpoint = try Checkpoint(path: lock.folder.checkpoint)
    try check(description, against: checkpoint.description)
    let trainer = try Trainer(graph, weights: checkpoint.tensors, options: options)
    try trainer.restore(optimizer: checkpoint.tensors, steps: checkpoint.position.steps)
    return (trainer, checkpoint, lock)
  }

  private func checkUnused(_ folder: RunFolder) throws {
    guard folder.isUsed else { return }
    Console.reportError(phrases.isUsed("\(output)"), in: language.language)
    throw ExitCode.cannotCreate
  }

  /// The maximum number of differences that are listed.
  private static let mostDifferences = 8

  private func check(
    _ description: TrainingDescription, against earlier: TrainingDescription
  ) throws {
    let differences = description.differences(from: earlier)
    guard !differences.isEmpty else {
      if description.instructionSet != earlier.instructionSet {
        Console.remark(
          phrases.otherInstructions(
            "\(description.instructionSet)", before: "\(earlier.instructionSet)"),
          in: language.language)
      }
      return
    }
    for difference in differences.prefix(Self.mostDifferences) {
      Console.reportError(
        phrases.difference(
          difference.name, before: difference.before, now: difference.now, in: "\(output)"),
        in: language.language)
    }
    let rest = differences.count - Self.mostDifferences
    if rest > 0 {
      Console.reportError(phrases.moreDifferences(rest), in: language.language)
    }
    Console.reportError(phrases.resumingNeedsTheSame, in: language.language)
    throw ExitCode.unsound
  }

  private func startingTrainer(
    for graph: ModelGraph, recipe: TrainingRecipe, options: TrainingOptions
  ) throws -> Trainer {
    guard let weights else {
      return try Trainer(
        graph, weights: SeededInitializer(seed: UInt64(recipe.seed), slopes: graph.slopeNames),
        options: options)
    }
    let file = try RenamedWeights.opened(weights.path, for: graph)
    let source = try start.source(
      file, for: graph, seed: UInt64(recipe.seed), of: weights.path,
      in: language.language)
    return try Trainer(graph, weights: source, options: options)
  }
}
