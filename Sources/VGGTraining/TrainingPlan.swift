import VGGCompute
import VGGGraph

/// A batch's forward and backward pass through the network, for a number of images.
struct TrainingPlan {
  let batch: Int
  /// The image as the first node takes it.
  let input: Slot
  let nodes: [Node]
  let sizes: Sizes
  /// The last node to compute in the backward pass: the first trained one, or the first node if
  /// nothing is trained.
  let firstTrained: Int
  /// Whether the gradient of the first node's input is wanted.
  let reachesInput: Bool

  /// The memory that a plan needs, in bytes.
  struct Sizes {
    /// All values that the backward pass needs.
    var activations = 0
    /// Either of two gradients.
    var gradient = 0
    /// Memory that is used during one call.
    var scratch = 0
    var packed = 0
    var turned = 0
    /// The numbers of all batch normalisation layers, in floats.
    var statistics = 0

    /// All of them except the statistics.
    var total: Int { activations + 2 * gradient + scratch + packed + turned }
  }

  /// Throws if this machine does not have the memory.
  ///
  /// - Parameter parameterBytes: the bytes of weights, gradients and the optimiser's values.
  func checkMemory(parameterBytes: Double) throws(ComputeError) {
    try ComputeLimits.checkMemory(
      Double(sizes.total) + parameterBytes, for: .training(batch: batch))
  }

  /// The outputs of the last node.
  var output: Slot { nodes.last?.output ?? input }

  /// A value of the whole batch.
  struct Slot {
    /// The place among the activations, in bytes.
    let offset: Int
    let form: Form
    /// The layout of its gradient; differs from `form` in the border alone.
    let gradientForm: Form

    /// The zeros around its gradient; 0 for a vector.
    var gradientBorder: Int {
      switch gradientForm {
      case .map(let shape): shape.border
      case .vector: 0
      }
    }

    /// The value as maps.
    ///
    /// - Precondition: the value is maps, which the checker has ensured for layers that need them.
    var map: MapSlot {
      switch (form, gradientForm) {
      case (.map(let shape), .map(let gradientShape)):
        MapSlot(offset: offset, shape: shape, gradientShape: gradientShape)
      case (.vector, _), (_, .vector):
        preconditionFailure("the checker lets no vector pass for a map")
      }
    }
  }

  /// Maps of the whole batch.
  struct MapSlot {
    let offset: Int
    let shape: BlockedShape
    let gradientShape: BlockedShape
  }

  /// The layout of a value in memory.
  enum Form {
    case map(BlockedShape)
    /// `count` numbers for each image.
    case vector(count: Int)
  }

  /// The place of the numbers of one batch normalisation layer.
  struct StatisticsSlot {
    /// The offset from the start of all of them, in floats.
    let offset: Int
    let channels: Int
  }

  /// One operation, planned.
  struct Node {
    let output: Slot
    let call: any TrainedCall
  }
}
