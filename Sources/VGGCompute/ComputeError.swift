import VGGFiles
import VGGKernels

/// The reasons why a network cannot be computed on this machine, or trained.
package enum ComputeError: Error, Hashable, Sendable {
  /// Tensors larger than the kernels can count.
  case vectorTooLarge(batch: Int, count: Int)
  case mapTooLarge(batch: Int, channels: Int, height: Int, width: Int)
  case convolutionTooLarge(layer: String, ConvolutionSize)
  case linearTooLarge(layer: String, inputs: Int, outputs: Int)
  case parametersTooLarge(tensor: String)
  /// More memory than the machine has, or than a limit leaves.
  case shortage(MemoryShortage, MemoryUse)
  /// Memory that the system refuses.
  case noMemory(byteCount: Int)
  case noThreads(Int)
  case batch(Int)
  case threads(Int)
  case noImage
  /// A number of the training recipe that must be at least the lower bound and below the upper one.
  case setting(Setting, Double, range: Range<Double>)
  case gradientNorm(Double)
  /// A softmax before the network's end, which cannot be trained.
  case innerSoftmax(layer: String)
  /// A network to train that ends in features.
  case noClassifier(output: String)
  case nothingToTrain

  /// The numbers of a training recipe that have bounds, by their names in English.
  package enum Setting: String, Sendable {
    case labelSmoothing = "label smoothing"
    case momentum
    case weightDecay = "weight decay"
    case beta1
    case beta2
    case epsilon
  }

  /// The work that needs memory.
  package enum MemoryUse: Hashable, Sendable {
    case running
    case training(batch: Int)
    /// The gradients of a score.
    case gradient
  }

  /// The sizes of a convolution that is too large.
  package struct ConvolutionSize: Hashable, Sendable {
    package let batch: Int
    package let inputs: Int
    package let outputs: Int
    /// The kernel's height and width.
    package let kernel: [Int]
    package let groups: Int
  }
}

extension ComputeError: CustomStringConvertible {
  /// The reason in English.
  package var description: String {
    switch self {
    case .vectorTooLarge(let batch, let count):
      Self.tooLarge("a vector", "\(batch) x \(count) values")
    case .mapTooLarge(let batch, let channels, let height, let width):
      Self.tooLarge("a feature map", "\(batch) x \(channels) x \(height) x \(width) values")
    case .convolutionTooLarge(let layer, let size):
      Self.tooLarge(
        layer,
        "\(size.batch) x \(size.inputs) to \(size.outputs) channels, "
          + size.kernel.map(String.init).joined(separator: "x") + " weights"
          + (size.groups == 1 ? "" : ", \(size.groups) groups"))
    case .linearTooLarge(let layer, let inputs, let outputs):
      Self.tooLarge(layer, "\(inputs) x \(outputs) weights")
    case .parametersTooLarge(let tensor): "\(tensor) is too large to train"
    case .shortage(let shortage, .running):
      "the network needs \(shortage.needed) MiB to run, but \(shortage.reason)"
    case .shortage(let shortage, .training(let batch)):
      "training needs \(shortage.needed) MiB with \(batch) images per step, but \(shortage.reason)"
    case .shortage(let shortage, .gradient):
      "the gradients of a score need \(shortage.needed) MiB, but \(shortage.reason)"
    case .noMemory(let byteCount): "not enough memory for \(byteCount) bytes"
    case .noThreads(let count): "cannot start \(count) threads"
    case .batch(let batch):
      "the batch size must be between 1 and \(ComputeLimits.batches.upperBound), not \(batch)"
    case .threads(let count):
      "the thread count must be between 1 and \(ComputeLimits.threadCounts.upperBound), not \(count)"
    case .noImage: "there is no image"
    case .setting(let setting, let value, let range):
      "\(setting.rawValue) must be at least \(range.lowerBound) and below \(range.upperBound), not \(value)"
    case .gradientNorm(let norm): "the gradient clipping norm must be above 0, not \(norm)"
    case .innerSoftmax(let layer):
      "\(layer) is a softmax inside the network; training supports softmax only at the end"
    case .noClassifier(let output):
      "training needs a classifier, but the network ends in features of shape \(output)"
    case .nothingToTrain: "there is nothing to train: no layer has trainable weights"
    }
  }

  private static func tooLarge(_ name: String, _ size: String) -> String {
    "\(name) is too large to run: \(size)"
  }
}

/// The limits of the kernels and of a machine.
package enum ComputeLimits {
  /// The batches and threads within which no arithmetic on them overflows.
  package static let batches = 1...65_536
  package static let threadCounts = 1...1_024

  /// The bytes of one tensor.
  static let tensorBytes = 1 << 40

  package static func check(batch: Int, threads: Int) throws(ComputeError) {
    guard batches.contains(batch) else { throw .batch(batch) }
    guard threadCounts.contains(threads) else { throw .threads(threads) }
  }

  /// The bytes of `batch` vectors of `count` numbers.
  ///
  /// - Throws: ``ComputeError`` when the kernels cannot count them.
  package static func vectorBytes(count: Int, batch: Int) throws(ComputeError) -> Int {
    guard Int32(exactly: count) != nil, let bytes = floatBytes(count, batch) else {
      throw .vectorTooLarge(batch: batch, count: count)
    }
    return bytes
  }

  /// Throws if this much memory is not available.
  ///
  /// - Parameter byteCount: the bytes that are needed; a `Double`, which is large enough for every network.
  package static func checkMemory(
    _ byteCount: Double, for use: ComputeError.MemoryUse
  ) throws(ComputeError) {
    do {
      try MemoryLimit.check(byteCount)
    } catch {
      throw .shortage(error, use)
    }
  }

  /// The bytes of `rows * columns` float32 numbers; `nil` when they are more than a tensor may have.
  static func floatBytes(_ rows: Int, _ columns: Int) -> Int? {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, count <= tensorBytes / MemoryLayout<Float>.size else { return nil }
    return count * MemoryLayout<Float>.size
  }
}

/// Traps if a kernel refuses its arguments, which the planner has already checked.
func require(_ status: vgg_status, _ call: StaticString = #function) {
  precondition(status == VGG_OK, "the plan of \(call) and the kernels disagree")
}
