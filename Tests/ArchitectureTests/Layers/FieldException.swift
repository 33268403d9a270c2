/// Layer numbers that some backends may ignore.
struct FieldException: Sendable {
  let fields: Set<String>
  let backends: Set<String>
  let reason: String

  static let all: [FieldException] = [
    FieldException(
      fields: ["Dropout.probability"], backends: ["execution", "ONNX"],
      reason: "dropout does nothing at inference"),
    FieldException(
      fields: [
        "BatchNorm1d.features", "BatchNorm2d.channels", "Conv2d.inputChannels",
        "DenseLinear.channels", "Linear.inputs",
      ],
      backends: ["execution", "training"],
      reason: "a layer is as wide as the one before it: a network cannot differ in this alone"),
    FieldException(
      fields: [
        "BatchNorm1d.features", "BatchNorm2d.channels", "Conv2d.bias", "Conv2d.inputChannels",
        "DenseLinear.channels", "Dropout.probability",
        "Linear.bias", "Linear.inputs", "LocalResponseNorm.alpha", "LocalResponseNorm.beta",
        "LocalResponseNorm.k", "LocalResponseNorm.size",
      ], backends: ["DOT", "SVG"],
      reason: "pictures have the paper's notation, shapes and counts, which leave it out"),
    FieldException(
      fields: [
        "Dropout.probability", "ELU.alpha", "LeakyReLU.slope", "LocalResponseNorm.alpha",
        "LocalResponseNorm.beta", "LocalResponseNorm.k", "LocalResponseNorm.size",
      ], backends: ["summary"],
      reason: "the table has notation, shapes and counts; `vggc explain` has the numbers"),
    FieldException(
      fields: [
        "AdaptiveAvgPool2d.height", "AdaptiveAvgPool2d.width", "BatchNorm1d.features",
        "DenseLinear.channels", "DenseLinear.kernel.height", "DenseLinear.kernel.width",
        "DenseLinear.outputs", "Dropout.probability", "Linear.bias", "Linear.inputs",
        "Linear.outputs",
      ], backends: ["PyTorch's printed features"],
      reason: "the layer is none of the features, or its sample is not"),
    FieldException(
      fields: ["AvgPool2d.ceil", "AvgPool2d.countsPadding"],
      backends: ["PyTorch's printed features"], reason: "PyTorch does not print it"),
    FieldException(
      fields: [
        "AdaptiveAvgPool2d.height", "AdaptiveAvgPool2d.width", "AvgPool2d.ceil",
        "AvgPool2d.countsPadding", "AvgPool2d.kernel.height", "AvgPool2d.kernel.width",
        "AvgPool2d.padding.height", "AvgPool2d.padding.width", "AvgPool2d.stride.height",
        "AvgPool2d.stride.width", "Conv2d.dilation.height", "Conv2d.dilation.width",
        "Conv2d.padding.height", "Conv2d.padding.width", "Conv2d.stride.height",
        "Conv2d.stride.width", "Dropout.probability", "LocalResponseNorm.alpha",
        "LocalResponseNorm.beta", "LocalResponseNorm.k", "LocalResponseNorm.size",
        "ELU.alpha", "LeakyReLU.slope",
        "MaxPool2d.ceil", "MaxPool2d.kernel.height", "MaxPool2d.kernel.width",
        "MaxPool2d.padding.height", "MaxPool2d.padding.width", "MaxPool2d.stride.height",
        "MaxPool2d.stride.width",
      ], backends: ["weights"], reason: "no tensor's shape depends on it"),
  ]
}
