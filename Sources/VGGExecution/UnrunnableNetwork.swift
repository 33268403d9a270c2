/// Why a network cannot be run, in words.
package struct UnrunnableNetwork: Error, CustomStringConvertible {
  package let description: String
}
