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

extension Language {
  /// The language that a command line requests with `--lang`, or else the locale's: for messages that are printed where the
  /// command's options are not known.
  package init(arguments: [String], environment: (String) -> String?) {
    let options = arguments.prefix { $0 != "--" }
    let separate = Array(zip(options, options.dropFirst())).last { $0.0 == "--lang" }?.1
    let joined = options.last { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count)
    self =
      (separate ?? joined.map(String.init)).flatMap(Language.init(rawValue:))
      ?? Language(environment: environment)
  }
}
