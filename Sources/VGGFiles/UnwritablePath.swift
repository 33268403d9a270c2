/// One of several files and folders that cannot be written, and the reason.
package struct UnwritablePath: Error {
  package let path: String
  package let reason: String

  package init(_ path: String, _ reason: String) {
    (self.path, self.reason) = (path, reason)
  }
}
