import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGExecution
import VGGGraph
import VGGInsight
import VGGTraining
import VGGWeights

/// `vgg bench`: measures how fast a network runs here, layer by layer.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast a network runs on this machine, layer by layer.",
    discussion: """
      Times are for one run on a batch of random images, after warming up. GFLOP/s count the network's multiply-adds as \
      two operations each, even those that the algorithm saves.

      Examples:
        vgg bench D
        vgg bench Configs/custom.yaml --batch 64 --threads 2
        vgg bench D --weights vgg16.safetensors --format json
        vgg bench Configs/custom.yaml --batch 64 --training
        vgg bench D --insight
      """)

  /// The format in which the figures are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup var configuration: ConfigurationArgument

  @OptionGroup var language: LanguageOptions

  @Option(help: "A safetensors or .pth file with torchvision's tensor names.")
  var weights: InputFile?

  @Option(name: .customLong("init"), help: "Seed of random weights, used without --weights.")
  var seed: UInt64?

  @Option(help: "Images per run.")
  var batch = 1

  @Option(help: "Number of measured runs.")
  var runs = 20

  @Option(help: "Number of unmeasured warm-up runs.")
  var warmup = 3

  @Flag(help: "Measure training steps instead: forward, backward and the optimiser's update.")
  var training = false

  @Flag(
    help:
      "Measure class activation maps instead, against predictions: both take turns, one image at a time."
  )
  var insight = false

  @OptionGroup var execution: ExecutionArguments

  @Option(help: "Output format.")
  var format: Format = .text

  func validate() throws {
    if training, execution.cache || execution.weightsIn != nil {
      throw ValidationError(.excluded(["--cache", "--weights-in"], by: ["--training"]))
    }
    if insight, training { throw ValidationError(.notBoth("--insight", "--training")) }
    if insight, batch != 1 { throw ValidationError(.excluded(["--batch"], by: ["--insight"])) }
    if execution.cache, weights == nil {
      throw ValidationError(.requires("--cache", anyOf: ["--weights"]))
    }
    if weights != nil, seed != nil { throw ValidationError(.notBoth("--weights", "--init")) }
    try checkRange("--batch", batch, in: 1...4096)
    try checkRange("--runs", runs, in: 1...1_000_000)
    try checkRange("--warmup", warmup, in: 0...1_000_000)
  }

  func run() throws {
    let graph = try configuration.graph(in: language.language)
    guard !training else { return try runTraining(graph) }
    guard !insight else { return try runInsight(graph) }
    let options = execution.options(batch: batch, copiesWeights: true)
    let clock = ContinuousClock()
    let start = clock.now
    let program = try Programs.load(
      graph, weights: weights?.path, seed: seed ?? 0, options, isCached: execution.cache)
    let loading = start.duration(to: clock.now)
    let report = try Programs.reportingErrors { () throws(ComputeError) in
      let timing = try measure(program)
      let peak = try program.measurePeak()
      return BenchReport(program, timing, loading: loading, warmup: warmup, peakFLOPs: peak)
    }
    switch format {
    case .text: try Console.write(report.text(in: language.language.benchPhrases))
    case .json: try Console.write(report.json())
    }
  }

  private func runTraining(_ graph: ModelGraph) throws {
    let trainer = try Trainer.loaded(
      graph, weights: weights?.path, seed: seed ?? 0,
      TrainingOptions(
        batch: batch, threads: execution.processor.threadCount,
        instructionSet: execution.processor.instructionSet, isExact: execution.processor.exact))
    let bench = TrainingBench(trainer, warmup: warmup, runs: runs)
    let report = try bench.measured(randomImages(graph))
    switch format {
    case .text: try Console.write(report.text(in: language.language.benchPhrases))
    case .json: try Console.write(report.json())
    }
  }

  private func runInsight(_ graph: ModelGraph) throws {
    let layer: ChosenLayer
    do throws(InsightError) {
      try graph.requireClasses()
      layer = try graph.explainedLayer()
    } catch {
      throw Programs.report(error)
    }
    let program = try Programs.load(
      graph, weights: weights?.path, seed: seed ?? 0,
      execution.options(batch: 1, copiesWeights: true), isCached: execution.cache)
    let insight = try Programs.insight(
      graph, layers: [], explaining: layer, weights: weights?.path, seed: seed ?? 0,
      execution.options(batch: 1, copiesWeights: false), isCached: execution.cache)
    let bench = InsightBench(program: program, insight: insight, warmup: warmup, runs: runs)
    let report: InsightBenchReport
    do {
      report = try bench.measured(randomImages(graph))
    } catch let error as InsightError {
      throw Programs.report(error)
    } catch let error as ComputeError {
      throw Programs.report(error)
    }
    switch format {
    case .text: try Console.write(report.text(in: language.language.benchPhrases))
    case .json: try Console.write(report.json())
    }
  }

  private func measure(_ program: Program) throws(ComputeError) -> BenchTiming {
    let images = randomImages(program.graph)
    var outputs = [Float](repeating: 0, count: batch * program.graph.output.elementCount)
    let progress = Progress(.measuring, total: warmup + 2 * runs, printsAnswers: false)
    return try images.withUnsafeBufferPointer { images throws(ComputeError) in
      try outputs.withUnsafeMutableBufferPointer { outputs throws(ComputeError) in
        let clock = ContinuousClock()
        var timing = BenchTiming()
        for _ in 0..<warmup {
          try program.run(images, into: outputs)
          progress.advance()
        }
        for _ in 0..<runs {
          let start = clock.now
          try program.run(images, into: outputs)
          timing.whole.append(start.duration(to: clock.now))
          progress.advance()
        }
        // In separate runs, since clocks between the steps would lengthen the runs that are reported.
        for _ in 0..<runs {
          timing.steps.append(try program.profile(images, into: outputs))
          progress.advance()
        }
        progress.clear()
        return timing
      }
    }
  }

  private func randomImages(_ graph: ModelGraph) -> [Float] {
    var generator = SplitMix64(seed: 0, name: "images")
    return normalValues(
      count: batch * Shape.map(graph.input).elementCount, deviation: 1, using: &generator)
  }
}
