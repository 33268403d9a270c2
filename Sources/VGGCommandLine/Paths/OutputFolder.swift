import ArgumentParser

/// A folder to make, or to write into.
package struct OutputFolder: PathArgument {
  package static let role = PathRole.outputFolder
  package static let completion = CompletionKind.directory

  package let path: String

  package init(nonEmpty path: String) { self.path = path }
}
