import VGGWeights

/// A whole command-line program around a network: `NAME WEIGHTS INPUT`.
///
/// WEIGHTS is a safetensors or .pth file with torchvision's names or others that identify layers. INPUT is a binary PPM or
/// PGM picture, which is preprocessed, or a `.f32` file of little-endian float32 values, channels x
/// height x width, which is used unchanged. The result goes to standard output as JSON, errors to standard
/// error. Exit status 0; 64 usage error; 65 bad weights or input; 66 weights or input that cannot
/// be read; 70 a network whose layers do not match each other; 73 output that cannot be written.
public struct ClassifierProgram<
  let channels: Int, let height: Int, let width: Int, let classes: Int
>: Sendable {
  /// The network's forward function, from the weights and the image.
  public typealias Network =
    @Sendable (RenamedWeights, FeatureMap<channels, height, width>) throws
    -> FeatureVector<classes>

  private let program: NetworkProgram<channels, height, width>

  /// The program around `network`.
  ///
  /// - Parameters:
  ///   - name: The program's name in usage and errors.
  ///   - preprocessing: The conversion of a picture to the network's input.
  ///   - labels: The classes' names in order; may be empty.
  ///   - output: The kind of values that the network's last layer outputs.
  ///   - network: The network to run; it is called once.
  public init(
    name: String, preprocessing: ImagePreprocessing, labels: [String] = [],
    output: ClassifierOutput = .logits, network: @escaping Network
  ) {
    program = NetworkProgram(name: name, preprocessing: preprocessing) { weights, image in
      try Classification(network(weights, image).values, output, labels: labels).json()
    }
  }

  /// The program around a network with taps, whose answer also has the taps' values: `{"logits": […], "top": […], "taps":
  /// {"relu1_2": {"shape": [64, 224, 224], "values": […]}}}`.
  ///
  /// - Parameters:
  ///   - name: The program's name in usage and errors.
  ///   - preprocessing: The conversion of a picture to the network's input.
  ///   - labels: The classes' names in order; may be empty.
  ///   - output: The kind of values that the network's last layer outputs.
  ///   - tappedNetwork: The network to run, from the weights and the image to the output and the taps; it is called
  ///     once.
  public init<Taps: NetworkTaps>(
    name: String, preprocessing: ImagePreprocessing, labels: [String] = [],
    output: ClassifierOutput = .logits,
    tappedNetwork:
      @escaping @Sendable (RenamedWeights, FeatureMap<channels, height, width>) throws
      -> (output: FeatureVector<classes>, taps: Taps)
  ) {
    program = NetworkProgram(name: name, preprocessing: preprocessing) { weights, image in
      let (values, taps) = try tappedNetwork(weights, image)
      return try Classification(values.values, output, labels: labels).json(
        taps: TappedFeatures(taps.named))
    }
  }

  /// Runs the program with the process's arguments, and ends the process.
  public func main() -> Never { program.main() }

  /// Runs the program with `arguments`.
  func run(_ arguments: [String]) -> ProgramOutcome { program.run(arguments) }
}
