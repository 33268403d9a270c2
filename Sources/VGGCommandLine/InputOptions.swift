import ArgumentParser
import VGGSpec

/// An input size other than the configuration's.
package struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("input"),
    help: ArgumentHelp(
      "Use this input size instead of the configuration's, such as 3x512x512.", valueName: "CxHxW")
  )
  package var text: String?

  /// `nil` if the option was not given.
  package var shape: MapShape? { text.flatMap { MapShape(parsing: $0) } }

  package func validate() throws {
    guard let text else { return }
    guard let shape, shape.liesWithinBounds else {
      throw ValidationError(.imageSize(option: "--input", seen: text))
    }
  }

  package init() {}
}
