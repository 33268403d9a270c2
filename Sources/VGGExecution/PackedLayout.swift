import VGGCompute
import VGGFiles
import VGGGraph

/// The places of the packed weights of a program's convolutions, one after the other.
struct PackedLayout: Sendable {
  let instructionSet: InstructionSet
  /// The place of each convolution's weights, in bytes from the start.
  let offsets: [Int]
  let byteCount: Int
  /// Everything that packing depends on: equal fingerprints mean equal bytes for equal weights.
  let fingerprint: String

  /// The alignment of every convolution's weights, so that each starts at a page.
  private static let pageSize = 4096

  init(
    _ convolutions: [FusedConvolution], _ plans: [ConvolutionPlan],
    for instructionSet: InstructionSet
  ) {
    var (offsets, end): ([Int], Int) = ([], 0)
    var description = "format \(ConvolutionPlan.packedFormatVersion)\n"
    for (fused, plan) in zip(convolutions, plans) {
      offsets.append(end)
      end += (plan.packedBytes + Self.pageSize - 1) / Self.pageSize * Self.pageSize
      description += "\(fused.name) \(fused.fingerprint) algorithm \(plan.algorithm) "
      description += "plain \(plan.convolution.takesPlainInput) bytes \(plan.packedBytes)\n"
    }
    self.offsets = offsets
    byteCount = end
    self.instructionSet = instructionSet
    fingerprint = hexadecimal(SHA256.hash(Array(description.utf8)))
  }
}

extension FusedConvolution {
  /// The numbers that determine its tensors' shapes and folding.
  fileprivate var fingerprint: String {
    "channels \(convolution.inputChannels) \(convolution.outputChannels) "
      + "kernel \(convolution.kernel.brief) bias \(convolution.bias) norm \(norm ?? "none")"
      + (convolution.groups == 1 ? "" : " groups \(convolution.groups)")
  }
}
