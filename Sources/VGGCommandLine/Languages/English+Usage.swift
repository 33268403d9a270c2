import VGGDiagnostics

extension English {
  package func words(for fault: UsageFault) -> String {
    switch fault {
    case .notBoth(let first, let second): "use \(first) or \(second), not both"
    case .requires(let option, let others):
      "\(option) requires \(others.joined(separator: " or "))"
    case .excluded(let options, let others):
      "\(options.joined(separator: " and ")) can't be used with \(others.joined(separator: " or "))"
    case .outOfRange(let option, let range, let seen):
      "\(option) must be between \(range.lowerBound) and \(range.upperBound), not \(seen)"
    case .tooSmall(let option, let least, let seen):
      "\(option) must be at least \(least), not \(seen)"
    case .share(let option, let seen): "\(option) must be above 0 and below 1, not \(seen)"
    case .namesFolder(let option): "\(option) names the folder; remove -o"
    case .noForm(let forms): "choose what to write: \(choice(forms))"
    case .noWeights(let options): "choose the weights: \(choice(options))"
    case .twoFiles: "--external-data writes two files; name the model with -o"
    case .terminal:
      "an ONNX model can't be printed to a terminal; name a file with -o, or use a pipe"
    case .tolerance: "--tolerance must be a number of at least 0, such as 1e-4"
    case .modelName: "a model's name can't be empty, contain slashes, or start with a dot"
    case .modelNameNotUTF8: "a model's name must be valid UTF-8; choose another name"
    case .noBuiltIn(let name, let nearest, let known):
      "\(name) is not a built-in configuration" + suggestion(nearest)
        + " (choose one of \(known.joined(separator: ", ")))"
    case .inputIsForAnswers:
      "standard input is for the answers; name a file or a built-in configuration"
    case .notSafetensors(let option):
      "the weights are written as a safetensors file, so \(option) needs a name that ends in .safetensors"
    case .fileEnding(let option, let endings):
      "\(option) needs a file name that ends in \(choice(endings))"
    case .noPublishedWeights(let name, let nearest, let known):
      "torchvision publishes no weights named \(name)"
        + (nearest == nil ? " (it has \(known.joined(separator: ", ")))" : suggestion(nearest))
    case .address(let option): "\(option) must be an address that starts with https:// or http://"
    case .noWeightFile(let source):
      "use --weights to name the file to write the weights of \(source) to"
    case .inputTwice: "standard input (-) can be read only once"
    case .inputCannotBeFixed: "--fix can't write to standard input (-); name a file"
    case .inputOnBothSides: "only one of A and B can be standard input"
    case .imageSize(let option, let seen):
      "\(option) must be channels, height and width, such as 3x224x224, each at least 1, not \(seen)"
    case .outputForEach: "there must be one --output for each configuration"
    case .emptyPath(let role): "it is empty; \(advice(for: role))"
    case .instructions(let name, let known):
      "this processor doesn't support \(name); it supports \(known.joined(separator: ", "))"
    }
  }

  private func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean \($0)?" } ?? ""
  }

  private func choice(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " or \(names.last ?? "")"
  }

  private func advice(for role: PathRole) -> String {
    switch role {
    case .inputFile: "name a file"
    case .inputFolder: "name a folder"
    case .outputFile: "name a file to write"
    case .outputFolder: "name a folder; `.` is the current one"
    }
  }

  package func usageMessage(_ english: String) -> String { english }

  package var noArguments: String {
    "cannot read the command's arguments: Swift takes them from /proc, which is not mounted here"
  }
}
