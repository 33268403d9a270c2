import VGGCompute
import VGGWeights

/// The weights of a program's convolutions, transformed for their algorithms.
struct PackedConvolutions: Sendable {
  private let storage: Storage
  private let offsets: [Int]

  private enum Storage: Sendable {
    case memory(AlignedMemory)
    case file(PackedFile)
  }

  /// Takes the packed weights of the convolutions that `schedule` runs from `cache`, or packs them
  /// and saves them there.
  init(
    _ convolutions: [FusedConvolution], _ schedule: Schedule, on team: Team,
    from weights: some WeightSource, cache: PackedWeightsCache?
  ) throws {
    let plans = schedule.convolutionPlans
    let layout = PackedLayout(convolutions, plans, for: team.instructionSet)
    let offsets = layout.offsets
    self.offsets = offsets
    if let file = cache?.load(layout, threads: team.threads) {
      storage = .file(file)
      return
    }
    let memory = try AlignedMemory.reserved(layout.byteCount)
    for (index, plan) in plans.enumerated() {
      let folded = try FoldedWeights(convolutions[index], from: weights)
      folded.weight.withUnsafeValues { values in
        plan.pack(
          on: team, weights: values.baseAddress, scale: folded.scale, bias: folded.bias,
          to: memory.base + offsets[index])
      }
      // From here on only the packed weights are read.
      folded.weight.releasePages()
    }
    storage = .memory(memory)
    cache?.store(
      UnsafeRawBufferPointer(start: memory.base, count: layout.byteCount), layout,
      threads: team.threads)
  }

  /// The packed weights of convolution `index`.
  subscript(index: Int) -> UnsafeRawPointer {
    switch storage {
    case .memory(let memory): UnsafeRawPointer(memory.base + offsets[index])
    case .file(let file): file.base + offsets[index]
    }
  }
}

extension Schedule {
  /// Bytes of all packed weights.
  var packedBytes: Int { convolutionPlans.reduce(0) { $0 + $1.packedBytes } }

  var convolutionPlans: [ConvolutionPlan] {
    steps.compactMap { step in
      if case .convolution(let plan, _) = step.call { plan } else { nil }
    }
  }
}
