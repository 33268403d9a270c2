/// Why a network cannot be trained as it is asked, in words.
package struct UntrainableNetwork: Error, CustomStringConvertible {
  package let description: String
}
