import VGGRuntime

/// What a step computes in. Grows to the largest plan that has been asked for.
final class TrainingMemory {
  private var activationMemory: AlignedMemory
  private var gradientMemory: [AlignedMemory]
  private var scratchMemory: AlignedMemory
  private var packedMemory: AlignedMemory
  private var turnedMemory: AlignedMemory

  init(_ plan: TrainingPlan) throws(UntrainableNetwork) {
    activationMemory = try .bytes(plan.activationBytes)
    gradientMemory = [try .bytes(plan.gradientBytes), try .bytes(plan.gradientBytes)]
    scratchMemory = try .bytes(plan.scratchBytes)
    packedMemory = try .bytes(plan.packedBytes)
    turnedMemory = try .bytes(plan.turnedBytes)
  }

  /// Makes room for a plan for fewer images, whose convolutions may divide their work otherwise.
  func reserve(for plan: TrainingPlan) throws(UntrainableNetwork) {
    if plan.activationBytes > activationMemory.byteCount {
      activationMemory = try .bytes(plan.activationBytes)
    }
    if plan.scratchBytes > scratchMemory.byteCount {
      scratchMemory = try .bytes(plan.scratchBytes)
    }
    if plan.packedBytes > packedMemory.byteCount { packedMemory = try .bytes(plan.packedBytes) }
  }

  func activation(_ slot: TrainingPlan.Slot) -> UnsafeMutablePointer<Float> {
    (activationMemory.base + slot.offset).assumingMemoryBound(to: Float.self)
  }

  /// Either of two gradients.
  func gradient(_ index: Int) -> UnsafeMutablePointer<Float> {
    gradientMemory[index].base.assumingMemoryBound(to: Float.self)
  }

  var scratch: UnsafeMutableRawPointer { scratchMemory.base }
  var packed: UnsafeMutableRawPointer { packedMemory.base }
  var turned: UnsafeMutablePointer<Float> {
    turnedMemory.base.assumingMemoryBound(to: Float.self)
  }
  var byteCount: Int {
    ([activationMemory, scratchMemory, packedMemory, turnedMemory] + gradientMemory)
      .reduce(0) { $0 + $1.byteCount }
  }
}
