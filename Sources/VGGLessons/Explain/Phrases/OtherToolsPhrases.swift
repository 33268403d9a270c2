import VGGGraph

/// The phrases on the numbers that other tools print for a network, and why they differ.
package protocol OtherToolsPhrases {
  func otherToolsIntroduction(parameters: Int, stateBytes: Int) -> String
  func name(of counter: OperationCounter) -> String
  func meaning(of counter: OperationCounter) -> String
  /// - Parameters:
  ///   - outputs: The number of output values of convolutions and fully connected layers.
  ///   - twice: torchinfo's bytes.
  ///   - here: vggc's bytes.
  func activations(ofWeightLayers outputs: Int, twice: Int, here: Int) -> String
  /// A note on CS231n's table of VGG-16 (https://cs231n.github.io/convolutional-networks/), whose total is not the
  /// sum of its column.
  ///
  /// - Parameter values: The number of values of the image and of each convolution, pooling and fully connected layer.
  func courseNotes(values: Int) -> String
  func receptiveFieldCalculators(_ field: ReceptiveField) -> String
  func denseView(kernel: Int, _ formula: String) -> String
  func commonMistake(_ size: Int, _ field: ReceptiveField) -> String
}

package struct ToolColumns: Sendable {
  let tool: String
  let count: String
  let short: String
  let meaning: String
}
