/// Which of several files and folders cannot be written, and why.
package struct UnwritablePath: Error {
  package let path: String
  package let reason: String

  package init(_ path: String, _ reason: String) {
    (self.path, self.reason) = (path, reason)
  }
}
