import VGGCompute

/// A layer that changes each value by itself, with kernels for its gradient.
protocol DifferentiableElementwiseOperation: ElementwiseOperation {
  /// Whether it is ReLU, which can be fused into the layer before it.
  static var isReLU: Bool { get }

  /// Changes `gradient` from that of the output to that of the input.
  func changeGradient(_ gradient: BlockedTensor, on team: Team, values: LayerValues<BlockedTensor>)
  /// The same for `count` plain values.
  func changeGradient(
    _ gradient: UnsafeMutablePointer<Float>, on team: Team, count: Int,
    values: LayerValues<UnsafePointer<Float>>)
}

/// A layer's input and output.
struct LayerValues<Value> {
  let input: Value
  let output: Value
}

extension DifferentiableElementwiseOperation {
  static var isReLU: Bool { false }
}

extension ReLUActivation: DifferentiableElementwiseOperation {
  static let isReLU = true

  func changeGradient(
    _ gradient: BlockedTensor, on team: Team, values: LayerValues<BlockedTensor>
  ) {
    changeGradient(gradient, on: team, output: values.output)
  }

  func changeGradient(
    _ gradient: UnsafeMutablePointer<Float>, on team: Team, count: Int,
    values: LayerValues<UnsafePointer<Float>>
  ) {
    changeGradient(gradient, on: team, count: count, output: values.output)
  }
}

extension ActivationFunction: DifferentiableElementwiseOperation {
  func changeGradient(
    _ gradient: BlockedTensor, on team: Team, values: LayerValues<BlockedTensor>
  ) {
    changeGradient(gradient, on: team, input: values.input)
  }

  func changeGradient(
    _ gradient: UnsafeMutablePointer<Float>, on team: Team, count: Int,
    values: LayerValues<UnsafePointer<Float>>
  ) {
    changeGradient(gradient, on: team, count: count, input: values.input)
  }
}

/// A layer that changes each value by itself, in training.
struct TrainedElementwise<Operation: DifferentiableElementwiseOperation>: TrainedOperation {
  private let operation: Operation

  init(_ operation: Operation) {
    self.operation = operation
  }

  var isReLU: Bool { Operation.isReLU }

  func gradientBorder(_ input: TrainingPlan.Slot) -> Int { input.gradientBorder }

  func planned(
    _ node: NodeContext, by planner: inout TrainingPlanner
  ) throws(ComputeError) -> any TrainedCall {
    switch node.output.form {
    case .map: MapCall(operation: operation, input: node.input.map, output: node.output.map)
    case .vector(let count):
      VectorCall(
        operation: operation, input: node.input, output: node.output, count: count * planner.batch)
    }
  }

  private struct MapCall: TrainedCall {
    let operation: Operation
    let input: TrainingPlan.MapSlot
    let output: TrainingPlan.MapSlot

    func forward(_ pass: Pass) {
      operation.run(on: pass.team, from: pass.tensor(input), to: pass.tensor(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      operation.changeGradient(
        BlockedTensor(output.gradientShape, at: received), on: pass.team,
        values: LayerValues(input: pass.tensor(input), output: pass.tensor(output)))
      return false
    }
  }

  private struct VectorCall: TrainedCall {
    let operation: Operation
    let input: TrainingPlan.Slot
    let output: TrainingPlan.Slot
    let count: Int

    func forward(_ pass: Pass) {
      operation.run(
        on: pass.team, count: count, from: pass.memory.activation(input),
        to: pass.memory.activation(output))
    }

    func backward(
      _ pass: Pass, received: UnsafeMutablePointer<Float>, given: UnsafeMutablePointer<Float>
    ) -> Bool {
      operation.changeGradient(
        received, on: pass.team, count: count,
        values: LayerValues(
          input: UnsafePointer(pass.memory.activation(input)),
          output: UnsafePointer(pass.memory.activation(output))))
      return false
    }
  }
}
