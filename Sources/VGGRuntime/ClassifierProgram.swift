import VGGFiles
import VGGWeights

/// A whole command-line program around a network: `NAME WEIGHTS INPUT`.
///
/// WEIGHTS is a safetensors or .pth file with torchvision's names or others that say where layers are. INPUT is a binary PPM or PGM
/// picture, which is preprocessed, or a `.f32` file of little-endian float32 values, channels x
/// height x width, which is taken as it is. The result goes to standard output as JSON, errors to standard
/// error. Exit status 0; 64 wrong usage; 65 bad weights or input; 66 weights or input that cannot
/// be read; 70 a network whose layers do not fit each other; 73 output that cannot be written.
public struct ClassifierProgram<
  let channels: Int, let height: Int, let width: Int, let classes: Int
>: Sendable {
  /// The network's forward function, from the weights and the image.
  public typealias Network =
    @Sendable (RenamedWeights, FeatureMap<channels, height, width>) throws
    -> FeatureVector<classes>

  private let name: String
  private let preprocessing: ImagePreprocessing
  private let labels: [String]
  private let output: ClassifierOutput
  private let network: Network

  /// The program around `network`.
  ///
  /// - Parameters:
  ///   - name: What usage and errors call the program.
  ///   - preprocessing: How a picture becomes the network's input.
  ///   - labels: The classes' names in order; may be empty.
  ///   - output: What the network's last layer gives.
  ///   - network: What the program runs; it is called once.
  public init(
    name: String, preprocessing: ImagePreprocessing, labels: [String] = [],
    output: ClassifierOutput = .logits, network: @escaping Network
  ) {
    self.name = name
    self.preprocessing = preprocessing
    self.labels = labels
    self.output = output
    self.network = network
  }

  /// Does what the process's arguments ask for, and ends the process.
  public func main() -> Never {
    run(Array(Platform.arguments.dropFirst())).finish(program: name)
  }

  /// Does what `arguments` ask for.
  func run(_ arguments: [String]) -> ProgramOutcome {
    if arguments == ["--help"] || arguments == ["-h"] { return .success(usage + "\n") }
    guard arguments.count == 2 else { return .failure(64, usage) }
    do {
      let classification = try classify(weights: arguments[0], input: arguments[1])
      return .success(classification.json + "\n")
    } catch {
      return .failure(status(of: error), "\(name): error: \(error)")
    }
  }

  private func classify(weights: String, input: String) throws -> Classification {
    let weights = RenamedWeights(try WeightFile(verifiedAt: weights))
    let image = try readInput(input)
    return try Classification(network(weights, image).values, output, labels: labels)
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
    case is Classification.NotFinite: 65
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
