import ArgumentParser
import VGGCommandLine

/// Options specific to `emit --onnx`.
struct ONNXOptions: ParsableArguments {
  @Flag(help: "Leave the weights out: they become inputs, under their names, of the model.")
  var noWeights = false

  @Flag(help: "End in a softmax, so that the model gives probabilities.")
  var softmax = false

  @Flag(help: "Write the weights to a file beside the model, NAME.data, which may be over 2 GB.")
  var externalData = false

  /// Refuses options that contradict each other or the rest of the command line.
  func validate(isChosen: Bool, hasWeights: Bool, _ output: String?) throws {
    guard isChosen else {
      let given = [
        "--no-weights": noWeights, "--softmax": softmax, "--external-data": externalData,
      ].filter(\.value).keys.sorted()
      if let option = given.first { throw ValidationError("\(option) goes with --onnx") }
      return
    }
    if hasWeights == noWeights {
      throw ValidationError(
        hasWeights
          ? "--no-weights leaves out what --weights or --init give"
          : "say which weights: --weights FILE, --init SEED or --no-weights")
    }
    if externalData, noWeights {
      throw ValidationError("--external-data is for weights, and --no-weights leaves them out")
    }
    if externalData, output == nil {
      throw ValidationError("--external-data writes two files: name the model with -o")
    }
    if output == nil, Console.Stream.output.isTerminal {
      throw ValidationError("a model is no text for a terminal: name a file with -o, or use a pipe")
    }
  }
}
