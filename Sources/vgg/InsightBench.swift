import VGGCommandLine
import VGGCompute
import VGGDiagnostics
import VGGExecution
import VGGFiles
import VGGGraph
import VGGInsight
import VGGMarkup

/// Measures a class activation map against a prediction, in runs that take turns, so that other work on the machine slows
/// both alike.
struct InsightBench {
  let program: Program
  let insight: Insight
  let warmup: Int
  let runs: Int

  func measured(_ image: [Float]) throws -> InsightBenchReport {
    var outputs = [Float](repeating: 0, count: program.graph.output.elementCount)
    let clock = ContinuousClock()
    var (predictions, maps) = (BenchTiming(), BenchTiming())
    let progress = Progress(.measuring, total: warmup + runs, printsAnswers: false)
    for run in 0..<warmup + runs {
      let prediction = try clock.measure {
        try image.withUnsafeBufferPointer { image in
          try outputs.withUnsafeMutableBufferPointer { try program.run(image, into: $0) }
        }
      }
      let map = try clock.measure { _ = try insight.explanation(of: image, for: \.indexOfLargest) }
      if run >= warmup {
        predictions.whole.append(prediction)
        maps.whole.append(map)
      }
      progress.advance()
    }
    progress.clear()
    return InsightBenchReport(
      program: program, layer: insight.explained?.name ?? "", predictions: predictions, maps: maps,
      warmup: warmup)
  }
}

/// The output of `vgg bench --insight`.
struct InsightBenchReport {
  let program: Program
  /// The explained layer.
  let layer: String
  let predictions: BenchTiming
  let maps: BenchTiming
  let warmup: Int

  /// The median time of a map as a multiple of that of a prediction.
  private var ratio: Double {
    let prediction = predictions.median.milliseconds
    return prediction > 0 ? maps.median.milliseconds / prediction : 0
  }

  func text(in phrases: any BenchPhrasebook) -> String {
    let options = program.options
    let lines = [
      phrases.heading(
        BenchHeading(
          model: printable(program.graph.name), input: "\(program.graph.input)", isTraining: false,
          batch: options.batch, threads: options.threads,
          instructions: "\(options.instructionSet)", isExact: options.isExact)),
      "",
      phrases.prediction(
        median: milliseconds(predictions.median.milliseconds),
        minimum: milliseconds(predictions.minimum.milliseconds), runs: predictions.whole.count),
      phrases.activationMap(
        of: layer, median: milliseconds(maps.median.milliseconds),
        minimum: milliseconds(maps.minimum.milliseconds),
        ratio: decimal(Int(clamping: (ratio * 100).rounded()), per: 100, places: 2)),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  func json() throws -> String {
    let options = program.options
    let input = program.graph.input
    return try documentText(
      .benchInsight,
      Document(
        model: program.graph.name, input: [input.channels, input.height, input.width],
        threads: options.threads, instructionSet: "\(options.instructionSet)",
        kernelsAreOptimised: KernelBuild.isOptimised, exact: options.isExact, layer: layer,
        warmup: warmup, prediction: Times(predictions), activationMap: Times(maps), ratio: ratio))
  }

  private struct Document: Encodable {
    let model: String
    let input: [Int]
    let threads: Int
    let instructionSet: String
    let kernelsAreOptimised: Bool
    let exact: Bool
    let layer: String
    let warmup: Int
    let prediction: Times
    let activationMap: Times
    let ratio: Double

    private enum CodingKeys: String, CodingKey {
      case model, input, threads, exact, layer, warmup, prediction, ratio
      case instructionSet = "instruction_set"
      case kernelsAreOptimised = "kernels_optimised"
      case activationMap = "activation_map"
    }
  }

  private struct Times: Encodable {
    let median: Double
    let minimum: Double
    let times: [Double]

    init(_ timing: BenchTiming) {
      (median, minimum) = (timing.median.milliseconds, timing.minimum.milliseconds)
      times = timing.whole.map(\.milliseconds)
    }

    private enum CodingKeys: String, CodingKey {
      case median = "median_ms"
      case minimum = "min_ms"
      case times = "times_ms"
    }
  }
}
