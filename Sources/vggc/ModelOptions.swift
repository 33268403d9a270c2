import ArgumentParser

/// Which of a file's models a command takes.
struct ModelOptions: ParsableArguments {
  @Option(name: .customLong("model"), help: "Take only this model of the file.", completion: .none)
  var name: String?
}
