import VGGExecution
import VGGGraph
import VGGKernels

extension Pass {
  /// Computes the outputs of `images`, channels x height x width numbers each, and keeps what the
  /// way back needs.
  func forward(_ images: UnsafePointer<Float>) {
    enter(images)
    for index in plan.nodes.indices { forward(index) }
  }

  /// Lays the images out as the first node takes them.
  func enter(_ images: UnsafePointer<Float>) {
    let first = memory.activation(plan.input)
    switch plan.input.form {
    case .blocked(var shape): vgg_to_blocked(team, &shape, images, first)
    case .plain: first.update(from: images, count: count(plan.input.form))
    }
  }

  /// Computes what node `index` gives.
  func forward(_ index: Int) {
    let node = plan.nodes[index]
    let (source, target) = (memory.activation(node.input), memory.activation(node.output))
    switch (node.layer.operation, node.input.form, node.output.form) {
    case (.convolution, _, _): convolve(node, parameters[index], source, target)
    case (.batchNorm(_, let rectifies), .blocked(var from), .blocked(var to)):
      let norm = settledNorm(node, parameters[index], from, source)
      check(
        vgg_scale_shift(team, norm.scale, norm.shift, rectifies, &from, source, &to, target), node)
    case (.relu, .blocked(var from), .blocked(var to)):
      check(vgg_relu(team, &from, source, &to, target), node)
    case (.relu, let form, _): vgg_relu_plain(team, count(form), source, target)
    case (.maxPool(let window), .blocked(var from), .blocked(var to)):
      var window = vgg_window(window)
      check(vgg_max_pool(team, &window, &from, source, &to, target), node)
    case (.averagePool(let window), .blocked(var from), .blocked(var to)):
      var window = vgg_window(window)
      check(vgg_average_pool(team, &window, &from, source, &to, target), node)
    case (.adaptiveAveragePool, .blocked(var from), .blocked(var to)):
      check(vgg_adaptive_average_pool(team, &from, source, &to, target), node)
    case (.localResponseNorm(let norm), .blocked(var from), .blocked(var to)):
      check(
        vgg_local_response_norm(
          team, Int32(norm.size), Float(norm.alpha), Float(norm.beta), Float(norm.k), &from, source,
          &to, target), node)
    case (.flatten, .blocked(var from), _):
      check(vgg_to_plain(team, &from, source, target), node)
    case (.flatten, _, _): break
    case (.linear(let linear, let rectifies), _, _):
      check(
        vgg_linear(
          team, Int32(plan.batch), Int32(linear.inputs), Int32(linear.outputs), rectifies,
          parameters[index].weight, parameters[index].bias, source, target), node)
    case (.dropout, let from, let to): drop(dropout(index, node), from, source, to, target, node)
    default: preconditionFailure("the planner gave \(node.layer.layer.name) another form")
    }
  }

  private func convolve(
    _ node: TrainingPlan.Node, _ parameters: LayerParameters, _ source: UnsafePointer<Float>,
    _ target: UnsafeMutablePointer<Float>
  ) {
    guard var plan = node.convolution?.forward else { return }
    vgg_conv_pack(&plan, team, parameters.weight, nil, parameters.bias, memory.packed)
    vgg_conv_run(&plan, team, memory.packed, source, target, memory.scratch)
  }

  /// The norm of `node` with the statistics that the mode asks for.
  private func settledNorm(
    _ node: TrainingPlan.Node, _ parameters: LayerParameters, _ shape: vgg_shape,
    _ source: UnsafePointer<Float>
  ) -> BatchNormState {
    let norm = norms[node.index]
    guard let weight = parameters.weight, let bias = parameters.bias,
      let mean = parameters.runningMean, let variance = parameters.runningVariance
    else { preconditionFailure("\(node.layer.layer.name) has no tensors") }
    if isAtInference(node) {
      norm.mean.update(from: mean, count: Int(shape.channels))
      norm.variance.update(from: variance, count: Int(shape.channels))
    } else {
      var shape = shape
      check(
        vgg_batch_statistics(team, &shape, source, norm.mean, norm.variance, memory.scratch), node)
      norm.follow(
        mean: mean, variance: variance,
        count: Int(shape.batch) * Int(shape.height) * Int(shape.width))
    }
    norm.settle(weight: weight, bias: bias)
    return norm
  }

  private func drop(
    _ dropout: vgg_dropout?, _ from: TrainingPlan.Form, _ source: UnsafePointer<Float>,
    _ to: TrainingPlan.Form, _ target: UnsafeMutablePointer<Float>, _ node: TrainingPlan.Node
  ) {
    switch (dropout, from, to) {
    case (var dropout?, .blocked(var from), .blocked(var to)):
      check(vgg_dropout_blocked(team, &dropout, &from, source, &to, target), node)
    case (var dropout?, let form, _):
      vgg_dropout_plain(team, &dropout, count(form), source, target)
    case (nil, .blocked(var from), .blocked(var to)):
      check(vgg_copy(team, &from, source, &to, target), node)
    case (nil, let form, _): target.update(from: source, count: count(form))
    }
  }
}
