import VGGCompute

/// The maps and gradients of a layer's backward pass.
struct MapGradients {
  let input: BlockedTensor
  let output: BlockedTensor
  /// The gradient of the output.
  let received: BlockedTensor
  /// The place for the gradient of the input.
  let given: BlockedTensor
  /// Whether the input is a ReLU's output, so that the gradient must be that of the ReLU's input.
  let throughReLU: Bool
  let scratch: UnsafeMutableRawPointer
}

/// A layer from maps to maps without weights, with kernels for its gradient.
protocol DifferentiableMapOperation: MapOperation {
  /// Whether the gradient of the input replaces the received one.
  static var changesGradientInPlace: Bool { get }
  /// Whether the gradient of the input can be that of the input of a ReLU before it.
  static var takesReLUGradient: Bool { get }

  func gradientScratchBytes(threads: Int, _ input: BlockedShape) -> Int
  func gradient(_ maps: MapGradients, on team: Team)
}

extension DifferentiableMapOperation {
  static var changesGradientInPlace: Bool { false }
  static var takesReLUGradient: Bool { false }

  func gradientScratchBytes(threads: Int, _ input: BlockedShape) -> Int { 0 }
}

extension MaxPooling: DifferentiableMapOperation {
  static let takesReLUGradient = true

  func gradient(_ maps: MapGradients, on team: Team) {
    gradient(
      on: team, input: maps.input, output: maps.output, throughReLU: maps.throughReLU,
      from: maps.received, to: maps.given)
  }
}

extension AveragePooling: DifferentiableMapOperation {
  func gradient(_ maps: MapGradients, on team: Team) {
    gradient(on: team, from: maps.received, to: maps.given)
  }
}

extension AdaptiveAveragePooling: DifferentiableMapOperation {
  func gradient(_ maps: MapGradients, on team: Team) {
    gradient(on: team, from: maps.received, to: maps.given)
  }
}

extension GlobalMaxPooling: DifferentiableMapOperation {
  func gradient(_ maps: MapGradients, on team: Team) {
    gradient(
      on: team, input: maps.input, output: maps.output, from: maps.received, to: maps.given)
  }
}

extension LocalResponseNormalization: DifferentiableMapOperation {
  static let changesGradientInPlace = true

  func gradient(_ maps: MapGradients, on team: Team) {
    changeGradient(maps.received, on: team, input: maps.input, scratch: maps.scratch)
  }
}

/// A layer from maps to maps without weights, in training.
struct TrainedMap<Operation: DifferentiableMapOperation>: TrainedOperation {
  private let operation: Operation

  init(_ operation: Operation) {
    self.operation = operation
  }

  var takesReLUGradient: Bool { Operation.takesReLUGradient }

  func gradientBorder(_ input: TrainingPlan.Slot) -> Int {
    Operation.changesGradientInPlace ? input.gradientBorder : 0
  }

  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    let input = node.input.map
    planner.need(
      scratch: operation.gradientScratchBytes(threads: planner.options.threads, input.shape))
    return Call(
      operation: operation, input: input, output: node.output.map,
      throughReLU: node.previous?.isMasked == true)
  }

  private struct Call: TrainedCall {
    let operation: Operation
    let input: TrainingPlan.MapSlot
    let output: TrainingPlan.MapSlot
    let throughReLU: Bool

    func forward(_ pass: Pass) {
      operation.run(on: pass.team, from: pass.tensor(input), to: pass.tensor(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      operation.gradient(
        MapGradients(
          input: pass.tensor(input), output: pass.tensor(output),
          received: BlockedTensor(output.gradientShape, at: received),
          given: BlockedTensor(input.gradientShape, at: given), throughReLU: throughReLU,
          scratch: pass.memory.scratch), on: pass.team)
      return !Operation.changesGradientInPlace
    }
  }
}
