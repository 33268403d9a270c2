import VGGExecution
import VGGGraph
import VGGKernels

extension Pass {
  /// Computes the gradients of all weights that are trained, from that of the outputs, which lies
  /// in the first of the two gradients.
  func backward() {
    var current = 0
    for index in trainedNodes where backward(index, from: current) {
      current = 1 - current
    }
  }

  /// The nodes of the way back, in its order.
  var trainedNodes: ReversedCollection<Range<Int>> {
    (plan.firstTrained..<plan.nodes.count).reversed()
  }

  /// Takes the gradient of what node `index` gives, which lies in gradient `current`, to that of
  /// its input. Returns whether that lies in the other of the two gradients then.
  func backward(_ index: Int, from current: Int) -> Bool {
    let node = plan.nodes[index]
    let (received, given) = (memory.gradient(current), memory.gradient(1 - current))
    let (input, output) = (memory.activation(node.input), memory.activation(node.output))
    switch (node.layer.operation, node.input.gradientForm, node.output.gradientForm) {
    case (.convolution, _, _):
      backwardConvolution(index, node, received, given)
      return true
    case (.batchNorm(_, let rectifies), _, .blocked(var shape)):
      backwardNorm(node, parameters[index], rectifies, &shape, input, received)
      return false
    case (.relu, _, .blocked(var shape)):
      guard case .blocked(var outputShape) = node.output.form else { return false }
      check(vgg_relu_gradient(team, &outputShape, output, &shape, received, nil, nil), node)
      return false
    case (.relu, _, let form):
      vgg_relu_gradient_plain(team, count(form), output, received)
      return false
    case (.maxPool(let window), .blocked(var to), .blocked(var from)):
      guard case .blocked(var inputShape) = node.input.form,
        case .blocked(var outputShape) = node.output.form
      else { return false }
      var window = vgg_window(window)
      let isMasked = index > 0 && plan.nodes[index - 1].isMasked
      check(
        vgg_max_pool_gradient(
          team, &window, isMasked, &inputShape, input, &outputShape, output, &from, received, &to,
          given), node)
      return true
    case (.averagePool(let window), .blocked(var to), .blocked(var from)):
      var window = vgg_window(window)
      check(vgg_average_pool_gradient(team, &window, &from, received, &to, given), node)
      return true
    case (.adaptiveAveragePool, .blocked(var to), .blocked(var from)):
      check(vgg_adaptive_average_pool_gradient(team, &from, received, &to, given), node)
      return true
    case (.localResponseNorm(let norm), _, .blocked(var shape)):
      guard case .blocked(var inputShape) = node.input.form else { return false }
      check(
        vgg_local_response_norm_gradient(
          team, Int32(norm.size), Float(norm.alpha), Float(norm.beta), Float(norm.k), &inputShape,
          input, &shape, received, memory.scratch), node)
      return false
    case (.flatten, .blocked(var shape), _):
      check(vgg_to_blocked(team, &shape, received, given), node)
      return true
    case (.flatten, _, _): return false
    case (.linear(let linear, let rectifies), _, let form):
      if rectifies { vgg_relu_gradient_plain(team, count(form), output, received) }
      backwardLinear(index, node, linear, received, given)
      return true
    case (.dropout, _, let form):
      drop(dropout(index, node), form, received, node)
      return false
    default: preconditionFailure("the planner gave \(node.layer.layer.name) another form")
    }
  }

  private func backwardConvolution(
    _ index: Int, _ node: TrainingPlan.Node, _ received: UnsafeMutablePointer<Float>,
    _ given: UnsafeMutablePointer<Float>
  ) {
    guard let plans = node.convolution, case .blocked(var shape) = node.output.gradientForm,
      case .blocked(var outputShape) = node.output.form
    else { return }
    let parameters = parameters[index]
    if node.layer.isRectified && !node.isMasked {
      check(
        vgg_relu_gradient(
          team, &outputShape, memory.activation(node.output), &shape, received,
          parameters.biasGradient, memory.scratch), node)
    } else if let gradient = parameters.biasGradient {
      check(vgg_channel_sums(team, &shape, received, gradient, memory.scratch), node)
    }
    if let gradient = parameters.weightGradient {
      var plan = plans.weightGradient
      vgg_weight_gradient_run(
        &plan, team, memory.activation(node.input), received, gradient, memory.scratch)
    }
    guard index > plan.firstTrained else { return }
    var description = plans.description
    guard var back = plans.inputGradient else {
      check(
        vgg_input_gradient(
          team, &description, parameters.weight, received, given, memory.scratch), node)
      return
    }
    vgg_turn_weights(team, &description, parameters.weight, memory.turned)
    vgg_conv_pack(&back, team, memory.turned, nil, nil, memory.packed)
    vgg_conv_run(&back, team, memory.packed, received, given, memory.scratch)
  }

  private func backwardNorm(
    _ node: TrainingPlan.Node, _ parameters: LayerParameters, _ rectifies: Bool,
    _ shape: inout vgg_shape, _ input: UnsafePointer<Float>,
    _ received: UnsafeMutablePointer<Float>
  ) {
    guard case .blocked(var inputShape) = node.input.form else { return }
    let state = norms[node.index]
    var norm = vgg_batch_norm(
      mean: state.mean, deviation: state.deviation, scale: state.scale, shift: state.shift,
      relu: rectifies)
    check(
      vgg_batch_norm_gradient(
        team, &norm, &inputShape, input, &shape, received, parameters.weightGradient,
        parameters.biasGradient, memory.scratch), node)
  }

  private func backwardLinear(
    _ index: Int, _ node: TrainingPlan.Node, _ linear: Linear,
    _ received: UnsafeMutablePointer<Float>, _ given: UnsafeMutablePointer<Float>
  ) {
    let (batch, inputs, outputs) = (Int32(plan.batch), Int32(linear.inputs), Int32(linear.outputs))
    let parameters = parameters[index]
    if let gradient = parameters.weightGradient {
      check(
        vgg_linear_weight_gradient(
          team, batch, inputs, outputs, memory.activation(node.input), received, gradient,
          parameters.biasGradient, memory.scratch), node)
    }
    guard index > plan.firstTrained else { return }
    check(
      vgg_linear_input_gradient(
        team, batch, inputs, outputs, parameters.weight, received, given, memory.scratch), node)
  }

  private func drop(
    _ dropout: vgg_dropout?, _ form: TrainingPlan.Form, _ gradient: UnsafeMutablePointer<Float>,
    _ node: TrainingPlan.Node
  ) {
    guard var dropout else { return }
    if case .blocked(var shape) = form {
      check(vgg_dropout_blocked(team, &dropout, &shape, gradient, &shape, gradient), node)
    } else {
      vgg_dropout_plain(team, &dropout, count(form), gradient, gradient)
    }
  }
}
