import VGGGraph
import VGGSpec

/// The phrases on the receptive fields and costs of 3x3 convolution stacks and larger kernels.
package protocol KernelPhrases {
  func kernelsTitle(_ graph: ModelGraph) -> String
  func kernelsIntroduction(_ place: MapShape) -> String
  func threeByThree(_ count: Int) -> String
  func largeKernel(_ side: Int) -> String
  func name(of variant: KernelVariant) -> String
}

package struct KernelColumns: Sendable {
  let layers: String
  let network: String
  let sees: String
  let weights: String
  /// Weights divided by the square of the channels.
  let inSquares: String
  let ratio: String
  let macs: String
  let activations: String
}
