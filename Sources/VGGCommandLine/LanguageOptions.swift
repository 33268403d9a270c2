import ArgumentParser
import VGGDiagnostics
import VGGFiles

/// The language of a command's output.
package struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "Speak this language; else the one of the locale (LC_ALL, LC_MESSAGES, LANG).",
      valueName: "en|ko"))
  var chosen: Language?

  /// The requested language, or else the locale's.
  package var language: Language { chosen ?? Language(environment: Platform.environmentVariable) }

  package init() {}
}

extension Language: ExpressibleByArgument {}
