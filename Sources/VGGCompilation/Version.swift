/// The version of vggc, as `vggc --version` prints it and generated sources name it.
package enum Version {
  package static let current = "0.1.0"
}
