import ArgumentParser

/// A file to write. Where a command can write several, the folder for them.
package struct OutputFile: PathArgument {
  package static let advice = "name a file to write"
  package static let completion = CompletionKind.file()

  package let path: String

  package init(nonEmpty path: String) { self.path = path }
}
