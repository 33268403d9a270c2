import ArgumentParser

/// A folder to read.
package struct InputFolder: PathArgument {
  package static let role = PathRole.inputFolder
  package static let completion = CompletionKind.directory

  package let path: String

  package init(nonEmpty path: String) { self.path = path }
}
