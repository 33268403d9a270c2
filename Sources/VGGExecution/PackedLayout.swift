import VGGFiles
import VGGKernels

/// Where the packed weights of a program's convolutions lie, one after the other.
struct PackedLayout: Sendable {
  let instructionSet: InstructionSet
  /// Of each convolution, in bytes from the start.
  let offsets: [Int]
  let byteCount: Int
  /// What packing depends on, so that equal fingerprints have equal bytes for equal weights.
  let fingerprint: String

  /// Every convolution's weights start a page of their own.
  private static let pageSize = 4096

  init(
    _ convolutions: [FusedConvolution], _ plans: [vgg_conv_plan], _ instructionSet: InstructionSet
  ) {
    var (offsets, end): ([Int], Int) = ([], 0)
    var description = "format \(vgg_packed_format_version())\n"
    for (fused, plan) in zip(convolutions, plans) {
      offsets.append(end)
      end += (plan.packed_bytes + Self.pageSize - 1) / Self.pageSize * Self.pageSize
      let takesPlain = plan.conv.flags & UInt32(VGG_PLAIN_INPUT) != 0
      description += "\(fused.name) \(fused.convolution) norm \(fused.norm ?? "none") "
      description += "algorithm \(plan.algorithm.rawValue) plain \(takesPlain) "
      description += "bytes \(plan.packed_bytes)\n"
    }
    self.offsets = offsets
    byteCount = end
    self.instructionSet = instructionSet
    fingerprint = hexadecimal(SHA256.hash(Array(description.utf8)))
  }
}
