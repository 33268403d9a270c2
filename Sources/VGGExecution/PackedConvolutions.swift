import VGGKernels
import VGGWeights

/// The weights of a program's convolutions, transformed for their algorithms, one after the other.
struct PackedConvolutions: Sendable {
  private let memory: AlignedMemory
  private let offsets: [Int]

  /// Packs the weights of the convolutions that `schedule` runs, in its order.
  init(
    _ convolutions: [FusedConvolution], _ schedule: Schedule, _ team: Team,
    from weights: some WeightSource
  ) throws {
    let plans = schedule.convolutionPlans
    var (offsets, total): ([Int], Int) = ([], 0)
    for plan in plans {
      offsets.append(total)
      total += plan.pagedBytes
    }
    let memory = try AlignedMemory(byteCount: total)
    for (index, var plan) in plans.enumerated() {
      let folded = try FoldedWeights(convolutions[index], from: weights)
      folded.weight.withUnsafeValues { values in
        vgg_conv_pack(
          &plan, team.pointer, values.baseAddress, folded.scale, folded.bias,
          memory.base + offsets[index])
      }
      // From here on only the packed weights are read.
      folded.weight.releasePages()
    }
    self.memory = memory
    self.offsets = offsets
  }

  /// The packed weights of convolution `index`.
  subscript(index: Int) -> UnsafeRawPointer {
    UnsafeRawPointer(memory.base + offsets[index])
  }
}

/// Every convolution's weights start a page of their own.
private let pageSize = 4096

extension vgg_conv_plan {
  /// Bytes of the whole pages that the packed weights take.
  fileprivate var pagedBytes: Int { (packed_bytes + pageSize - 1) / pageSize * pageSize }
}

extension Schedule {
  /// Bytes of all packed weights.
  var packedBytes: Int { convolutionPlans.reduce(0) { $0 + $1.packed_bytes } }

  var convolutionPlans: [vgg_conv_plan] {
    steps.compactMap { step in
      if case .convolution(let plan, _) = step.call { plan } else { nil }
    }
  }
}
