import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  func words(for kind: ValueKind) -> String {
    switch kind {
    case .list: "a list"
    case .mapping: "a mapping"
    case .nothing: "an empty value"
    case .truth(let text): "the Boolean \(text)"
    case .number(let text): "the number \(shortened(text))"
    case .text(let text): "the string \"\(shortened(text))\""
    case .unread: "a value that could not be read"
    }
  }

  func words(for subject: Subject) -> String {
    switch subject {
    case .key(let key): key
    case .side(let side, let key): "\(key) \(words(for: side))"
    case .feature: "a features entry"
    case .outputChannels: "a convolution's output channels"
    case .classifierLayer: "a classifier layer"
    case .hiddenLayer: "a hidden layer's size"
    case .linearOutputs: "a linear layer's outputs"
    case .label: "a label"
    case .layerName: "a layer's name"
    case .rateOfEpoch: "an epoch's rate"
    case .step: "a step"
    case .beta: "a beta"
    }
  }

  private func words(for side: Subject.Side) -> String {
    switch side {
    case .channels: "channels"
    case .height: "height"
    case .width: "width"
    }
  }

  package func words(for section: Section) -> String {
    switch section {
    case .configuration: "a configuration"
    case .input: "input"
    case .convolution: "a convolution"
    case .maxPooling: "a max pooling layer"
    case .averagePooling: "an average pooling layer"
    case .localResponseNorm: "LRN"
    case .activation: "an activation"
    case .globalPooling: "global pooling"
    case .dropout: "dropout"
    case .classifier: "classifier"
    case .classifierLayer: "a classifier layer"
    case .linear: "a linear layer"
    case .preprocess: "preprocess"
    case .augment: "augment"
    case .randomCrop: "a random crop"
    case .training: "training"
    case .schedule: "schedule"
    case .limits: "limits"
    }
  }

  func words(for expectation: Expectation) -> String {
    switch expectation {
    case .text: "a string"
    case .truth: "true or false"
    case .wholeNumber: "a whole number"
    case .number: "a number"
    case .features: "a list such as [64, M, 128, M]"
    case .feature: "a number of channels, M or LRN"
    case .activation: "a name such as relu, a mapping such as {leaky_relu: 0.1}, or none"
    case .globalPool: "max or average"
    case .models: "a mapping of names to models"
    case .model: "a features list or a mapping"
    case .input: "[channels, height, width], such as [3, 224, 224]"
    case .averagePool: "none, a size such as 7, or [height, width]"
    case .size: "a size such as 224, or [height, width]"
    case .sides: "a whole number, or [height, width]"
    case .groups: "a whole number or depthwise"
    case .classifier: "a mapping or a list of layers"
    case .classifierLayer: "linear, an activation such as relu, batch_norm, dropout or softmax"
    case .hiddenLayers:
      "a list of sizes such as [4096, 4096], or [] for a single linear layer"
    case .layerNames: "a list of layer names, such as [relu1_2, relu2_2]"
    case .labels: "a list of class names, or a file with them"
    case .preprocess: "a mapping with resize, crop, mean and std"
    case .resize: "a size such as 256, [height, width], or none"
    case .augment: "a mapping with crop and flip"
    case .randomCrop: "none, random, {scale: [0.08, 1]} or {padding: 4}"
    case .bounds: "a list of the smallest and largest values"
    case .training: "a mapping with optimizer, rate, epochs, …"
    case .betas: "a list of two decays, such as [0.9, 0.999]"
    case .rates: "a list of rates, one per epoch"
    case .epochs: "epochs, such as 30 or [30, 60]"
    case .limits: "a mapping with parameters, macs and activations"
    case .count: "a count such as 20M"
    case .byteCount: "a size such as 64MiB"
    }
  }
}
