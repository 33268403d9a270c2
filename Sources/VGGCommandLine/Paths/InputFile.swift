import ArgumentParser

/// A file to read, or something that stands for one: `-`, a folder of files, the name of a built-in configuration.
package struct InputFile: PathArgument {
  package static let role = PathRole.inputFile
  package static let completion = CompletionKind.file()

  package let path: String

  package init(nonEmpty path: String) { self.path = path }
}
