import ArgumentParser
import VGGCommandLine

/// Options specific to `emit --onnx`.
struct ONNXOptions: ParsableArguments {
  @Flag(help: "Leave out the weights; they become inputs of the model, under their names.")
  var noWeights = false

  @Flag(help: "End in a softmax, so that the model outputs probabilities.")
  var softmax = false

  @Flag(help: "Write the weights to a file next to the model, NAME.data, which may exceed 2 GiB.")
  var externalData = false

  @Flag(
    help:
      "Also output the class activation map of the most likely class, named cam (Grad-CAM in plain operators)."
  )
  var explain = false

  /// Refuses options that contradict each other or the rest of the command line.
  func validate(isChosen: Bool, hasWeights: Bool, _ output: String?) throws {
    guard isChosen else {
      let given = [
        "--no-weights": noWeights, "--softmax": softmax, "--external-data": externalData,
        "--explain": explain,
      ].filter(\.value).keys.sorted()
      if let option = given.first { throw ValidationError(.requires(option, anyOf: ["--onnx"])) }
      return
    }
    if hasWeights == noWeights {
      throw ValidationError(
        hasWeights
          ? .excluded(["--no-weights"], by: ["--weights", "--init"])
          : .noWeights(["--weights FILE", "--init SEED", "--no-weights"]))
    }
    if externalData, noWeights {
      throw ValidationError(.excluded(["--external-data"], by: ["--no-weights"]))
    }
    if externalData, output == nil {
      throw ValidationError(.twoFiles)
    }
    if output == nil, Console.Stream.output.isTerminal {
      throw ValidationError(.terminal)
    }
  }
}
