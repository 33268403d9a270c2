import ArgumentParser

/// The option that selects a model of a file.
package struct ModelOptions: ParsableArguments {
  @Option(name: .customLong("model"), help: "Use only this model of the file.", completion: .none)
  package var name: String?

  package init() {}
}
