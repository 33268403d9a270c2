import VGGCompute
import VGGDiagnostics
import VGGFiles
import VGGMarkup
import VGGTraining

/// The output of `vgg bench --training`.
struct TrainingReport {
  private let trainer: Trainer
  private let times: [Duration]
  private let profiles: [StepProfile]
  private let warmup: Int

  init(_ trainer: Trainer, times: [Duration], profiles: [StepProfile], warmup: Int) {
    self.trainer = trainer
    self.times = times
    self.profiles = profiles
    self.warmup = warmup
  }

  private var timing: BenchTiming { BenchTiming(whole: times) }

  private func median(_ duration: (StepProfile) -> Duration) -> Double {
    BenchTiming(whole: profiles.map(duration)).median.milliseconds
  }

  // MARK: - Text

  func text(in phrases: any BenchPhrasebook) -> String {
    let options = trainer.options
    let median = timing.median.milliseconds
    var lines = [
      phrases.heading(
        BenchHeading(
          model: printable(trainer.graph.name), input: "\(trainer.graph.input)", isTraining: true,
          batch: options.batch, threads: options.threads,
          instructions: "\(options.instructionSet)", isExact: options.isExact)),
      "",
    ]
    lines += table(in: phrases).lines(width: 100, style: .plain)
    let memory = trainer.byteCount
    lines += [
      "",
      phrases.trainingTimes(
        median: milliseconds(median), minimum: milliseconds(timing.minimum.milliseconds),
        steps: times.count, perImage: milliseconds(median / Double(options.batch))),
      phrases.trainingMemory(
        parameters: bytes(memory.parameters), values: bytes(memory.values),
        peak: bytes(Platform.peakMemory)),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(in phrases: any BenchPhrasebook) -> TextTable {
    let parts = profiles.first?.parts ?? []
    let columns = phrases.trainingColumns
    return TextTable(
      [
        .init(title: columns[0]), .init(title: columns[1], sacrifice: 1),
        .init(title: columns[2], alignment: .right), .init(title: columns[3], alignment: .right),
      ],
      rows: parts.enumerated().map { index, part in
        .cells([
          part.layer, part.notation, milliseconds(median { $0.parts[index].forward }),
          milliseconds(median { $0.parts[index].backward }),
        ])
      } + [.cells([phrases.update, "", "", milliseconds(median(\.update))])])
  }

  // MARK: - JSON

  func json() throws -> String {
    let (options, memory) = (trainer.options, trainer.byteCount)
    let parts = profiles.first?.parts ?? []
    return try documentText(
      .benchTraining,
      TrainingDocument(
        model: trainer.graph.name, batch: options.batch, threads: options.threads,
        instructionSet: "\(options.instructionSet)", kernelsAreOptimised: KernelBuild.isOptimised,
        exact: options.isExact, runs: times.count,
        warmup: warmup, medianMilliseconds: timing.median.milliseconds,
        minimumMilliseconds: timing.minimum.milliseconds,
        timesInMilliseconds: times.map(\.milliseconds), updateMilliseconds: median(\.update),
        peakResidentBytes: Platform.peakMemory, parameterBytes: memory.parameters,
        valueBytes: memory.values,
        layers: parts.indices.map { index in
          TrainingDocument.Part(
            layer: parts[index].layer, operation: parts[index].notation,
            forwardMilliseconds: median { $0.parts[index].forward },
            backwardMilliseconds: median { $0.parts[index].backward })
        }))
  }
}

/// The JSON of `vgg bench --training`.
private struct TrainingDocument: Encodable {
  let model: String
  let batch: Int
  let threads: Int
  let instructionSet: String
  let kernelsAreOptimised: Bool
  let exact: Bool
  let runs: Int
  let warmup: Int
  let medianMilliseconds: Double
  let minimumMilliseconds: Double
  let timesInMilliseconds: [Double]
  let updateMilliseconds: Double
  let peakResidentBytes: Int
  let parameterBytes: Int
  let valueBytes: Int
  let layers: [Part]

  struct Part: Encodable {
    let layer: String
    let operation: String
    let forwardMilliseconds: Double
    let backwardMilliseconds: Double

    private enum CodingKeys: String, CodingKey {
      case layer, operation
      case forwardMilliseconds = "forward_ms"
      case backwardMilliseconds = "backward_ms"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case model, batch, threads, exact, runs, warmup, layers
    case instructionSet = "instruction_set"
    case kernelsAreOptimised = "kernels_optimised"
    case medianMilliseconds = "median_ms"
    case minimumMilliseconds = "min_ms"
    case timesInMilliseconds = "times_ms"
    case updateMilliseconds = "update_ms"
    case peakResidentBytes = "peak_rss_bytes"
    case parameterBytes = "parameter_bytes"
    case valueBytes = "value_bytes"
  }
}
