import VGGFiles
import VGGWeights

/// The common part of programs around a network: `NAME WEIGHTS INPUT`, with the answer as a line of JSON.
struct NetworkProgram<let channels: Int, let height: Int, let width: Int>: Sendable {
  /// The network's answer for an image, as JSON.
  typealias Answer =
    @Sendable (RenamedWeights, FeatureMap<channels, height, width>) throws -> String

  private let name: String
  private let preprocessing: ImagePreprocessing
  private let answer: Answer

  init(name: String, preprocessing: ImagePreprocessing, answer: @escaping Answer) {
    self.name = name
    self.preprocessing = preprocessing
    self.answer = answer
  }

  /// Runs the program with the process's arguments, and ends the process.
  func main() -> Never {
    run(Array(Platform.arguments.dropFirst())).finish(program: name)
  }

  /// Runs the program with `arguments`.
  func run(_ arguments: [String]) -> ProgramOutcome {
    if arguments == ["--help"] || arguments == ["-h"] { return .success(usage + "\n") }
    guard arguments.count == 2 else { return .failure(64, usage) }
    do {
      let weights = RenamedWeights(try WeightFile(verifiedAt: arguments[0]))
      return .success(try answer(weights, readInput(arguments[1])) + "\n")
    } catch {
      return .failure(status(of: error), "\(name): error: \(error)")
    }
  }

  private func readInput(_ path: String) throws -> FeatureMap<channels, height, width> {
    if path.hasSuffix(".f32") {
      let size = FeatureMap<channels, height, width>.count * 4
      return try readInputFile(path, limit: max(size, PixelImage.largestPPMFile)) {
        (bytes) throws(InputError) in try FeatureMap(littleEndian: bytes)
      }
    }
    return try readInputFile(path, limit: PixelImage.largestPPMFile) {
      (bytes) throws(InputError) in try preprocessing(PixelImage(ppm: bytes))
    }
  }

  private func status(of error: any Error) -> Int32 {
    switch error {
    case let error as WeightError: error.kind == .unreadable ? 66 : 65
    case let error as InputError: error.kind == .unreadable ? 66 : 65
    case is NotFiniteOutput, is Features.NotFinite: 65
    default: 70
    }
  }

  private var usage: String {
    """
    usage: \(name) WEIGHTS INPUT
      WEIGHTS  a safetensors or .pth file with torchvision's names (features.0.weight, …)
      INPUT    a binary PPM or PGM picture, or a .f32 file: \
    \(channels) x \(height) x \(width) little-endian float32 values
    """
  }
}
