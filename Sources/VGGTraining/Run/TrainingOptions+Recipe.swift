import VGGCompute
import VGGExecution
import VGGGraph

extension TrainingOptions {
  /// The options of a recipe for steps of at most `batch` photos.
  package init(
    _ recipe: TrainingRecipe, batch: Int, threads: Int, instructionSet: InstructionSet,
    isExact: Bool, frozen: FrozenPart
  ) {
    self.init(
      batch: batch, threads: threads, instructionSet: instructionSet, isExact: isExact,
      seed: UInt64(recipe.seed), optimizer: Optimizer(recipe), largestNorm: recipe.clip,
      labelSmoothing: recipe.labelSmoothing, frozen: frozen)
  }
}

extension Optimizer {
  fileprivate init(_ recipe: TrainingRecipe) {
    switch recipe.optimizer {
    case .sgd(let momentum):
      self = .sgd(momentum: momentum, weightDecay: recipe.weightDecay)
    case .adam(let beta1, let beta2):
      self = .adam(beta1: beta1, beta2: beta2, weightDecay: recipe.weightDecay)
    }
  }
}
