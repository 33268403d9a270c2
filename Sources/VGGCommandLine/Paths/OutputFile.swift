import ArgumentParser

/// A file to write, or a folder if the command can write several files.
package struct OutputFile: PathArgument {
  package static let role = PathRole.outputFile
  package static let completion = CompletionKind.file()

  package let path: String

  package init(nonEmpty path: String) { self.path = path }
}
