import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics

/// The configurations that the FILE arguments of a command name.
enum ConfigurationNames {
  /// The names in the order of the arguments, with each folder replaced by the configurations in it;
  /// without arguments, those of the current folder, or else the files of the folder `Configs`.
  ///
  /// - Parameter work: The command's work, for the line that reports which files it took.
  /// - Throws: The exit status for input that cannot be read, after saying why.
  static func files(
    named names: [String], for work: FileWork, in language: Language
  ) throws -> [String] {
    let named = names.isEmpty ? Inputs.defaultNames(in: language) : names
    guard named.isEmpty else { return try named.flatMap { try files(of: $0, in: language) } }
    let found = ConfigurationFinder.configurationFolderFiles()
    guard let first = found.first else {
      Console.reportError(language.commandPhrases.noFilesHere, in: language)
      throw ExitCode.noInput
    }
    let folder = first.split(separator: "/").first.map(String.init) ?? ""
    Console.remark(
      language.commandPhrases.taking(found.count, in: folder, for: work), in: language)
    return found
  }

  private static func files(of name: String, in language: Language) throws -> [String] {
    guard ConfigurationFinder.isFolder(name) else { return [name] }
    let files: [String]
    do {
      files = try ConfigurationFinder.files(below: name)
    } catch {
      throw Inputs.report(error, in: language)
    }
    guard files.isEmpty else { return files }
    Console.reportError(language.commandPhrases.noFiles(in: name), in: language)
    throw ExitCode.noInput
  }
}
