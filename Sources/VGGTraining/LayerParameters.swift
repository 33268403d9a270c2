/// One layer's tensors in memory, and the gradients of those that are trained.
struct LayerParameters {
  let weight: UnsafeMutablePointer<Float>?
  let bias: UnsafeMutablePointer<Float>?
  let runningMean: UnsafeMutablePointer<Float>?
  let runningVariance: UnsafeMutablePointer<Float>?
  let weightGradient: UnsafeMutablePointer<Float>?
  let biasGradient: UnsafeMutablePointer<Float>?

  init(_ layer: TrainedLayer, in parameters: Parameters) {
    let name = layer.layer.name
    weight = parameters.values("\(name).weight")
    bias = parameters.values("\(name).bias")
    runningMean = parameters.values("\(name).running_mean")
    runningVariance = parameters.values("\(name).running_var")
    weightGradient = parameters.gradient("\(name).weight")
    biasGradient = parameters.gradient("\(name).bias")
  }
}
