import VGGDiagnostics

extension English {
  package var layer: String { "layer" }
  package var layers: String { "layers" }
  package var convolution: String { "convolution" }
  package var kernel: String { "kernel" }
  package var stride: String { "stride" }
  package var padding: String { "padding" }
  package var channels: String { "channels" }
  package var height: String { "height" }
  package var width: String { "width" }
  package var input: String { "input" }
  package var output: String { "output" }
  package var image: String { "image" }
  package var featureMap: String { "feature map" }
  package var receptiveField: String { "receptive field" }
  package var maxPooling: String { "max pooling" }
  package var averagePooling: String { "average pooling" }
  package var adaptiveAveragePooling: String { "adaptive average pooling" }
  package var batchNormalization: String { "batch normalisation" }
  package var localResponseNormalization: String { "local response normalisation" }
  package var activationFunction: String { "activation function" }
  package var flattening: String { "flattening" }
  package var fullyConnectedLayer: String { "fully connected layer" }
  package var classifier: String { "classifier" }
  package var dropout: String { "dropout" }
  package var weights: String { "weights" }
  package var bias: String { "bias" }
  package var parameters: String { "parameters" }
  package var macs: String { "MACs" }
  package var memory: String { "memory" }
  package var classes: String { "classes" }
}
