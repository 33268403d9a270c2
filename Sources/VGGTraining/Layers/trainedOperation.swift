import VGGCompute
import VGGExecution
import VGGGraph

/// The operation that trains a layer of a kind; `nil` for softmax, which is part of the loss.
func trainedOperation(_ kind: LayerKind) -> (any TrainedOperation)? {
  switch kind {
  case .conv2d(let convolution): TrainedConvolution(convolution)
  case .batchNorm2d(let norm): TrainedBatchNorm(channels: norm.channels)
  case .batchNorm1d(let norm): TrainedVectorNorm(features: norm.features)
  case .relu: TrainedElementwise(ReLUActivation())
  case .leakyReLU(let leaky): TrainedElementwise(ActivationFunction(leaky))
  case .elu(let elu): TrainedElementwise(ActivationFunction(elu))
  case .prelu: TrainedPReLU()
  case .gelu: TrainedElementwise(ActivationFunction.gelu)
  case .silu: TrainedElementwise(ActivationFunction.silu)
  case .sigmoid: TrainedElementwise(ActivationFunction.sigmoid)
  case .tanh: TrainedElementwise(ActivationFunction.tanh)
  case .maxPool2d(let pool): TrainedMap(MaxPooling(window: SlidingWindow(pool.window)))
  case .avgPool2d(let pool): TrainedMap(AveragePooling(pool))
  case .globalMaxPool: TrainedMap(GlobalMaxPooling())
  case .globalAveragePool: TrainedMap(AdaptiveAveragePooling())
  case .localResponseNorm(let norm): TrainedMap(LocalResponseNormalization(norm))
  case .adaptiveAvgPool2d: TrainedMap(AdaptiveAveragePooling())
  case .flatten: TrainedFlatten()
  case .linear(let linear): TrainedLinear(linear)
  case .denseLinear(let dense): TrainedConvolution(dense.convolution)
  case .dropout(let dropout): TrainedDropout(probability: dropout.probability)
  case .softmax: nil
  }
}
