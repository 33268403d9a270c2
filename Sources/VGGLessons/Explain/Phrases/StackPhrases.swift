/// The phrases on the receptive fields and costs of consecutive small kernels.
package protocol StackPhrases {
  /// The title of a stack: `two 3x3 (conv5_2 and conv5_3):`.
  ///
  /// - Parameter layers: The names of the layers; empty if the network has no such stack.
  func stack(of count: Int, _ layers: [String], channels: Int) -> String
  func oneKernel(_ side: Int) -> String
  func allStacks(notShown: Int) -> String
  func layerRange(_ ends: [String]) -> String
  func stackWithMoreWeights(from first: String, to last: String) -> String
}

package struct StackColumns: Sendable {
  let stack: String
  let sees: String
  let weights: String
  let oneKernel: String
  let ratio: String
}
