import ArgumentParser
import VGGDiagnostics
import VGGFiles

/// The language of a command's output.
package struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "Output language (default: the locale's, from LC_ALL, LC_MESSAGES or LANG).",
      valueName: "en|ko"))
  var chosen: Language?

  /// The requested language, or else the locale's.
  package var language: Language { chosen ?? Language(environment: Platform.environmentVariable) }

  package init() {}
}

extension Language: ExpressibleByArgument {}
