import ArgumentParser

/// Which of a file's models a command takes.
package struct ModelOptions: ParsableArguments {
  @Option(name: .customLong("model"), help: "Take only this model of the file.", completion: .none)
  package var name: String?

  package init() {}
}
