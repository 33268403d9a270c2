import ArgumentParser
import VGGCommandLine
import VGGCompiler

/// What the FILE arguments of a command that takes several stand for.
enum ConfigurationNames {
  /// The names in the order of the arguments, each folder as the configurations in it; without any,
  /// those of the current folder, or else the files of the folder `Configs`.
  ///
  /// - Parameter doing: What the command does, for the line that says which files it took.
  /// - Throws: The exit status for input that cannot be read, after saying why.
  static func files(named names: [String], doing: String) throws -> [String] {
    let named = names.isEmpty ? Inputs.defaultNames() : names
    guard named.isEmpty else { return try named.flatMap(files) }
    let found = ConfigurationFinder.configurationFolderFiles()
    guard let first = found.first else {
      Console.reportError(
        "no FILE was named, and here is neither a configuration nor a folder Configs with YAML files"
      )
      throw ExitCode.noInput
    }
    let folder = first.split(separator: "/").first ?? ""
    Console.remark("\(doing) the \(found.count) files in \(folder)")
    return found
  }

  private static func files(of name: String) throws -> [String] {
    guard ConfigurationFinder.isFolder(name) else { return [name] }
    let files: [String]
    do {
      files = try ConfigurationFinder.files(below: name)
    } catch {
      throw Inputs.report(error)
    }
    guard files.isEmpty else { return files }
    Console.reportError("\(name) holds no .yaml or .yml files")
    throw ExitCode.noInput
  }
}
