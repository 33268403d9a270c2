import ArgumentParser

/// A mistake on the command line, in options or arguments that do not fit.
package enum UsageFault: Hashable, Sendable {
  case notBoth(String, String)
  /// An option that needs another option or argument, one of several.
  case requires(String, anyOf: [String])
  /// Options that exclude others.
  case excluded([String], by: [String])
  case outOfRange(String, ClosedRange<Int>, seen: Int)
  case tooSmall(String, least: Int, seen: Int)
  /// A share that must be above 0 and below 1.
  case share(String, seen: Double)
  /// An option that names the folder to write, next to `-o`.
  case namesFolder(String)
  /// `emit` without a form.
  case noForm([String])
  /// `emit --onnx` without a choice of weights.
  case noWeights([String])
  /// `--external-data` without the name of the model.
  case twoFiles
  /// An ONNX model for a terminal.
  case terminal
  case tolerance
  case modelName
  case modelNameNotUTF8
  case noBuiltIn(String, nearest: String?, known: [String])
  /// A configuration from standard input, where answers are read.
  case inputIsForAnswers
  /// A name for a safetensors file without its extension.
  ///
  /// - Parameter option: The option with the name.
  case notSafetensors(option: String)
  /// A file name whose ending selects no form.
  case fileEnding(option: String, [String])
  case noPublishedWeights(String, nearest: String?, known: [String])
  case address(String)
  /// Weights to read, but no file to write them to.
  case noWeightFile(from: String)
  case inputTwice
  case inputCannotBeFixed
  case inputOnBothSides
  case imageSize(option: String, seen: String)
  case outputForEach
  case emptyPath(PathRole)
  case instructions(String, known: [String])
}

/// The use of a path on the command line.
package enum PathRole: Hashable, Sendable {
  case inputFile
  case inputFolder
  case outputFile
  case outputFolder
}

extension ValidationError {
  /// An error that describes the mistake in the language of the process's messages.
  package init(_ fault: UsageFault) {
    self.init(Console.language.usagePhrases.words(for: fault))
  }
}
