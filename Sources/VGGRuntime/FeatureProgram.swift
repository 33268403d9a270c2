import VGGWeights

/// A whole command-line program around a network that ends in features: `NAME WEIGHTS INPUT`.
///
/// It differs from `ClassifierProgram` in its answer: `{"shape": [512, 14, 14], "features": […]}`, with the values in the
/// order channel, row, column. The exit statuses are the same.
public struct FeatureProgram<let channels: Int, let height: Int, let width: Int>: Sendable {
  /// The network's forward function, from the weights and the image to the values.
  public typealias Network =
    @Sendable (RenamedWeights, FeatureMap<channels, height, width>) throws -> [Float]

  private let program: NetworkProgram<channels, height, width>

  /// The program around `network`.
  ///
  /// - Parameters:
  ///   - name: The program's name in usage and errors.
  ///   - preprocessing: The conversion of a picture to the network's input.
  ///   - shape: The shape of the network's output: channels, height and width, or the number of values.
  ///   - network: The network to run; it is called once.
  public init(
    name: String, preprocessing: ImagePreprocessing, shape: [Int], network: @escaping Network
  ) {
    program = NetworkProgram(name: name, preprocessing: preprocessing) { weights, image in
      try Features(network(weights, image), shape: shape).json()
    }
  }

  /// The program around a network with taps, whose answer also has the taps' values: `{"shape": […], "features": […], "taps":
  /// {"relu1_2": {"shape": [64, 224, 224], "values": […]}}}`.
  ///
  /// - Parameters:
  ///   - name: The program's name in usage and errors.
  ///   - preprocessing: The conversion of a picture to the network's input.
  ///   - tappedNetwork: The network to run, from the weights and the image to the output and the taps; it is called
  ///     once.
  public init<Output: NetworkValues, Taps: NetworkTaps>(
    name: String, preprocessing: ImagePreprocessing,
    tappedNetwork:
      @escaping @Sendable (RenamedWeights, FeatureMap<channels, height, width>) throws
      -> (output: Output, taps: Taps)
  ) {
    program = NetworkProgram(name: name, preprocessing: preprocessing) { weights, image in
      let (output, taps) = try tappedNetwork(weights, image)
      return try Features(output.values, shape: Output.dimensions).json(
        taps: TappedFeatures(taps.named))
    }
  }

  /// Runs the program with the process's arguments, and ends the process.
  public func main() -> Never { program.main() }

  /// Runs the program with `arguments`.
  func run(_ arguments: [String]) -> ProgramOutcome { program.run(arguments) }
}
