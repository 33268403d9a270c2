import VGGCompute

/// The memory of a step. Grows to the largest plan so far.
final class TrainingMemory {
  private var activationMemory: AlignedMemory
  private let gradientMemory: [AlignedMemory]
  private var scratchMemory: AlignedMemory
  private var packedMemory: AlignedMemory
  private let turnedMemory: AlignedMemory
  private let statisticsMemory: AlignedMemory

  init(_ plan: TrainingPlan) throws(ComputeError) {
    let sizes = plan.sizes
    activationMemory = try .reserved(sizes.activations)
    gradientMemory = [try .reserved(sizes.gradient), try .reserved(sizes.gradient)]
    scratchMemory = try .reserved(sizes.scratch)
    packedMemory = try .reserved(sizes.packed)
    turnedMemory = try .reserved(sizes.turned)
    statisticsMemory = try .floats(sizes.statistics)
  }

  /// Makes room for a plan for fewer images, whose convolutions may divide their work differently.
  func reserve(for plan: TrainingPlan) throws(ComputeError) {
    let sizes = plan.sizes
    if sizes.activations > activationMemory.byteCount {
      activationMemory = try .reserved(sizes.activations)
    }
    if sizes.scratch > scratchMemory.byteCount { scratchMemory = try .reserved(sizes.scratch) }
    if sizes.packed > packedMemory.byteCount { packedMemory = try .reserved(sizes.packed) }
  }

  func activation(_ slot: TrainingPlan.Slot) -> UnsafeMutablePointer<Float> {
    activation(at: slot.offset)
  }

  func activation(at offset: Int) -> UnsafeMutablePointer<Float> {
    (activationMemory.base + offset).assumingMemoryBound(to: Float.self)
  }

  /// Either of two gradients.
  func gradient(_ index: Int) -> UnsafeMutablePointer<Float> { gradientMemory[index].floats }

  func statistics(_ slot: TrainingPlan.StatisticsSlot) -> BatchStatistics {
    BatchStatistics(statisticsMemory.floats + slot.offset, channels: slot.channels)
  }

  var scratch: UnsafeMutableRawPointer { scratchMemory.base }
  var packed: UnsafeMutableRawPointer { packedMemory.base }
  var turned: UnsafeMutablePointer<Float> { turnedMemory.floats }
  var byteCount: Int {
    ([activationMemory, scratchMemory, packedMemory, turnedMemory] + gradientMemory)
      .reduce(0) { $0 + $1.byteCount }
  }
}
