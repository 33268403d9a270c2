import VGGCompute
import VGGDiagnostics
import VGGExecution
import VGGFiles
import VGGMarkup

/// The output of `vgg bench`.
struct BenchReport {
  private let program: Program
  private let timing: BenchTiming
  private let loading: Duration
  private let warmup: Int
  /// The processor's peak performance in floating-point operations per second.
  private let peakFLOPs: Double

  init(
    _ program: Program, _ timing: BenchTiming, loading: Duration, warmup: Int, peakFLOPs: Double
  ) {
    self.program = program
    self.timing = timing
    self.loading = loading
    self.warmup = warmup
    self.peakFLOPs = peakFLOPs
  }

  // MARK: - Text

  /// The whole run and each of its steps, as text.
  func text(in phrases: any BenchPhrasebook) -> String {
    let options = program.options
    let median = timing.median.milliseconds
    let macs = program.graph.totals.macs * options.batch
    var lines = [
      phrases.heading(
        BenchHeading(
          model: printable(program.graph.name), input: "\(program.graph.input)", isTraining: false,
          batch: options.batch, threads: options.threads,
          instructions: "\(options.instructionSet)", isExact: options.isExact)),
      "",
    ]
    lines += stepTable(phrases.stepColumns).lines(width: 100, style: .plain)
    let memory = program.memory
    lines += [
      "",
      phrases.times(
        median: milliseconds(median), minimum: milliseconds(timing.minimum.milliseconds),
        runs: timing.whole.count, speed: rate(macs, median)),
      phrases.peak(decimal(Int(clamping: (peakFLOPs * 1e-8).rounded()), per: 10, places: 1)),
      phrases.loading(
        perImage: milliseconds(median / Double(options.batch)), milliseconds(loading.milliseconds)),
      phrases.memory(
        packed: bytes(memory.packed), activations: bytes(memory.activations),
        scratch: bytes(memory.scratch), peak: bytes(Platform.peakMemory)),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func stepTable(_ columns: [String]) -> TextTable {
    let steps = program.steps
    let total = steps.indices.reduce(0) { $0 + timing.median(ofStep: $1).milliseconds }
    return TextTable(
      [
        .init(title: columns[0]), .init(title: columns[1], sacrifice: 1),
        .init(title: columns[2], sacrifice: 3), .init(title: columns[3], alignment: .right),
        .init(title: columns[4], alignment: .right, sacrifice: 2),
        .init(title: columns[5], alignment: .right), .init(title: columns[6], alignment: .right),
      ],
      rows: steps.enumerated().map { index, step in
        let time = timing.median(ofStep: index).milliseconds
        return .cells([
          step.name, step.operation, step.algorithm ?? "-", milliseconds(time),
          total > 0 ? String(Int(clamping: (100 * time / total).rounded())) : "-",
          step.macs > 0 ? rate(step.macs, time) : "-",
          share(of: step, time).map { "\(Int(clamping: ($0 * 100).rounded()))%" } ?? "-",
        ])
      })
  }

  /// The algorithm's own products as a share of the processor's peak performance; transforms and
  /// memory take up the rest.
  private func share(of step: StepDescription, _ milliseconds: Double) -> Double? {
    guard step.macs > 0, milliseconds > 0, peakFLOPs > 0 else { return nil }
    return step.productFLOPs / (milliseconds * 1e-3) / peakFLOPs
  }

  private func rate(_ macs: Int, _ milliseconds: Double) -> String {
    guard milliseconds > 0 else { return "-" }
    return decimal(
      Int(clamping: (gigaFLOPs(macs, milliseconds) * 10).rounded()), per: 10, places: 1)
  }

  /// Two operations per multiply-add, in billions per second.
  private func gigaFLOPs(_ macs: Int, _ milliseconds: Double) -> Double {
    2 * Double(macs) / (milliseconds * 1e6)
  }

  // MARK: - JSON

  /// The same report as JSON, for programs.
  func json() throws -> String {
    let options = program.options
    let memory = program.memory
    return try documentText(
      .bench,
      BenchDocument(
        model: program.graph.name,
        input: [
          program.graph.input.channels, program.graph.input.height, program.graph.input.width,
        ],
        batch: options.batch, threads: options.threads,
        instructionSet: "\(options.instructionSet)", kernelsAreOptimised: KernelBuild.isOptimised,
        exact: options.isExact,
        runs: timing.whole.count, warmup: warmup, medianMilliseconds: timing.median.milliseconds,
        minimumMilliseconds: timing.minimum.milliseconds,
        timesInMilliseconds: timing.whole.map(\.milliseconds),
        loadMilliseconds: loading.milliseconds,
        peakResidentBytes: Platform.peakMemory, steadyResidentBytes: residentMemory(),
        packedWeightBytes: memory.packed,
        activationBytes: memory.activations, scratchBytes: memory.scratch,
        peakGigaFLOPs: peakFLOPs * 1e-9,
        layers: program.steps.enumerated().map { index, step in
          let time = timing.median(ofStep: index).milliseconds
          return BenchDocument.Step(
            layers: step.layers, operation: step.operation, algorithm: step.algorithm,
            milliseconds: time, macs: step.macs,
            gigaFLOPs: step.macs > 0 && time > 0 ? gigaFLOPs(step.macs, time) : nil,
            shareOfPeak: share(of: step, time))
        }))
  }
}

/// The JSON of `vgg bench`.
private struct BenchDocument: Encodable {
  let model: String
  let input: [Int]
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
  let loadMilliseconds: Double
  let peakResidentBytes: Int
  let steadyResidentBytes: Int?
  let packedWeightBytes: Int
  let activationBytes: Int
  let scratchBytes: Int
  let peakGigaFLOPs: Double
  let layers: [Step]

  struct Step: Encodable {
    let layers: [String]
    let operation: String
    let algorithm: String?
    let milliseconds: Double
    let macs: Int
    let gigaFLOPs: Double?
    let shareOfPeak: Double?

    private enum CodingKeys: String, CodingKey {
      case layers, operation, algorithm, macs
      case milliseconds = "ms"
      case gigaFLOPs = "gflops"
      case shareOfPeak = "share_of_peak"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case model, input, batch, threads, exact, runs, warmup, layers
    case instructionSet = "instruction_set"
    case kernelsAreOptimised = "kernels_optimised"
    case medianMilliseconds = "median_ms"
    case minimumMilliseconds = "min_ms"
    case timesInMilliseconds = "times_ms"
    case loadMilliseconds = "load_ms"
    case peakResidentBytes = "peak_rss_bytes"
    case steadyResidentBytes = "steady_rss_bytes"
    case packedWeightBytes = "packed_bytes"
    case activationBytes = "activation_bytes"
    case scratchBytes = "scratch_bytes"
    case peakGigaFLOPs = "peak_gflops"
  }
}
