import Foundation
import Testing
import VGGTestSupport

@Suite struct BenchCommandTests {
  private struct Figures: Decodable {
    let median: Double
    let minimum: Double
    let threads: Int
    let batch: Int
    let runs: Int
    let peakResidentBytes: Int
    let kernelsAreOptimised: Bool
    let layers: [Step]

    enum CodingKeys: String, CodingKey {
      case median = "median_ms"
      case minimum = "min_ms"
      case peakResidentBytes = "peak_rss_bytes"
      case kernelsAreOptimised = "kernels_optimised"
      case threads, batch, runs, layers
    }

    struct Step: Decodable {
      let layers: [String]
      let operation: String
      let ms: Double
      let macs: Int
    }
  }

  private let small =
    "input: [3, 16, 16]\nfeatures: [8, M, LRN, 16, M]\nclassifier: {hidden: [32], classes: 4}\n"

  @Test func figuresForPrograms() throws {
    let folder = try TemporaryFolder()
    try folder.write(small, to: "small.yaml")
    let result = try folder.command.vgg(
      "bench", "small.yaml", "--batch", "3", "--threads", "2", "--runs", "5", "--warmup", "1",
      "--init",
      "4", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let figures = try JSONDecoder().decode(Figures.self, from: Data(result.output.utf8))
    #expect(figures.threads == 2 && figures.batch == 3 && figures.runs == 5)
    #expect(figures.minimum > 0 && figures.minimum <= figures.median)
    #expect(figures.peakResidentBytes > 1 << 20)
    #expect(figures.kernelsAreOptimised)
    let named = figures.layers.flatMap(\.layers)
    #expect(named.first == "features.0" && named.last == "classifier.3")
    #expect(Set(named).count == named.count)
    let macs = [8 * 27 * 256, 16 * 72 * 64, 256 * 32, 32 * 4].reduce(0, +)
    #expect(figures.layers.map(\.macs).reduce(0, +) == 3 * macs)
  }

  @Test func figuresForPeople() throws {
    let folder = try TemporaryFolder()
    try folder.write(small, to: "small.yaml")
    let result = try folder.command.vgg(
      "bench", "small.yaml", "--runs", "2", "--exact", "--isa", "portable")
    #expect(result.status == 0, "\(result.errors)")
    for text in ["portable, exact", "conv2d + relu + max_pool2d", "GFLOP/s", "process peak"] {
      #expect(result.output.contains(text), "\(result.output)")
    }
  }

  private struct TrainingFigures: Decodable {
    let median: Double
    let update: Double
    let times: [Double]
    let layers: [Part]

    enum CodingKeys: String, CodingKey {
      case median = "median_ms"
      case update = "update_ms"
      case times = "times_ms"
      case layers
    }

    struct Part: Decodable {
      let layer: String
      let forward: Double
      let backward: Double

      enum CodingKeys: String, CodingKey {
        case layer
        case forward = "forward_ms"
        case backward = "backward_ms"
      }
    }
  }

  @Test func figuresOfTraining() throws {
    let folder = try TemporaryFolder()
    try folder.write(small, to: "small.yaml")
    let arguments = [
      "bench", "small.yaml", "--training", "--batch", "3", "--runs", "4", "--warmup", "1",
    ]
    let result = try folder.command.vgg(arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let figures = try JSONDecoder().decode(TrainingFigures.self, from: Data(result.output.utf8))
    #expect(figures.times.count == 4 && figures.median > 0 && figures.update > 0)
    let names = figures.layers.map(\.layer)
    #expect(names.first == "features.0" && names.last == "classifier.3")
    #expect(figures.layers.contains { $0.forward > 0 && $0.backward > 0 })
    let text = try folder.command.vgg(arguments)
    #expect(text.output.contains("training, batch 3"), "\(text.output)")
  }

  @Test func whatCannotBeTrained() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "input: [3, 6, 6]\nfeatures: [4]\nclassifier: [linear: 3, softmax, linear: 2]\n",
      to: "amid.yaml")
    let result = try folder.command.vgg("bench", "amid.yaml", "--training")
    #expect(result.status == 1)
    #expect(result.errors.contains("a softmax inside the network"), "\(result.errors)")
    let missing = try folder.command.vgg(
      "bench", "amid.yaml", "--training", "--weights", "nothing.safetensors")
    #expect(missing.status == 66, "\(missing.errors)")
  }

  /// The memory check includes images and results; these take 64 GiB.
  @Test(.enabled(if: ProcessInfo.processInfo.physicalMemory < 60 << 30))
  func aBatchPastMemoryIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "input: [1, 4096, 4096]\nfeatures: [{conv: 1, kernel: 1024, stride: 1024, padding: 0}]\n"
        + "classifier: {hidden: [], classes: 2}\n", to: "wide.yaml")
    let result = try folder.command.vgg("bench", "wide.yaml", "--batch", "1024")
    #expect(result.status == 1)
    #expect(result.errors.contains("MiB to run, but this machine has"), "\(result.errors)")
  }

  @Test func wrongUsage() throws {
    let command = try TemporaryFolder().command
    for arguments in [
      "bench", "bench D --batch 0", "bench D --runs 0", "bench D --weights a --init 1",
      "bench D --cache", "bench D --training --weights-in file",
    ] {
      #expect(try command.shell("vgg \(arguments)").status == 64, "\(arguments)")
    }
    #expect(try command.shell("vgg bench nothing.yaml").status == 66)
    #expect(try command.shell("vgg --help").output.contains("vgg predict D --weights"))
  }
}
