import VGGGraph
import VGGKernels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a batch of a given size goes through the network and back.
struct TrainingPlan {
  let batch: Int
  /// The image as the first node takes it.
  let input: Slot
  let nodes: [Node]
  /// Bytes of all values that the way back needs, of either of two gradients, and of what lives
  /// during one call.
  let activationBytes: Int
  let gradientBytes: Int
  let scratchBytes: Int
  let packedBytes: Int
  let turnedBytes: Int
  /// Nodes before this one take no part in the way back: nothing before it is trained.
  let firstTrained: Int

  /// Refuses what this machine cannot hold; a system that lends memory it has not would end the
  /// process only when that is written to.
  ///
  /// - Parameter parameterBytes: of weights, gradients and what the optimiser keeps.
  func checkMemory(parameterBytes: Double) throws(UntrainableNetwork) {
    let values = activationBytes + 2 * gradientBytes + scratchBytes + packedBytes + turnedBytes
    let (needed, memory) = (
      Double(values) + parameterBytes, Double(ProcessInfo.processInfo.physicalMemory)
    )
    guard needed <= memory else {
      let (mebibytes, has) = (Int(needed / 0x1p20), Int(memory / 0x1p20))
      throw UntrainableNetwork(
        description:
          "training needs \(mebibytes) MiB with \(batch) images a step, "
          + "and this machine has \(has) MiB"
      )
    }
  }

  /// The outputs of the last node.
  var output: Slot { nodes.last?.output ?? input }

  /// A value of the whole batch.
  struct Slot {
    /// Where it lies among the activations, in bytes.
    let offset: Int
    let form: Form
    /// As its gradient lies; differs from `form` in the border alone.
    let gradientForm: Form
  }

  /// How a value lies in memory.
  enum Form {
    case blocked(vgg_shape)
    /// So many numbers for each image.
    case plain(count: Int)
  }

  /// One operation with all that was planned for it.
  struct Node {
    let layer: TrainedLayer
    let input: Slot
    let output: Slot
    var convolution: ConvolutionPlans?
    /// A dropout's or norm's number of its kind.
    var index = 0
    /// The node after it has taken its ReLU's gradient already.
    var isMasked = false
    /// Whether its weights are left as they are.
    let isFrozen: Bool
  }

  /// The three convolutions of a step.
  struct ConvolutionPlans {
    var forward: vgg_conv_plan
    /// As the gradients lie.
    var description: vgg_conv
    /// `nil` where the kernels' plain sums compute it.
    var inputGradient: vgg_conv_plan?
    var weightGradient: vgg_weight_gradient_plan
  }
}
