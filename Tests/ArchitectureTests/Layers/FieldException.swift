/// Numbers of layers that some backends need not know.
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
        "BatchNorm1d.features", "BatchNorm2d.channels", "Conv2d.inputChannels", "Linear.inputs",
      ],
      backends: ["execution", "training"],
      reason: "a layer is as wide as the one before it: a network cannot differ in this alone"),
    FieldException(
      fields: [
        "BatchNorm1d.features", "BatchNorm2d.channels", "Conv2d.bias", "Conv2d.inputChannels",
        "Dropout.probability",
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
        "Dropout.probability", "Linear.bias", "Linear.inputs", "Linear.outputs",
      ], backends: ["PyTorch's printed features"],
      reason: "the layer is none of the features, or its sample is not"),
    FieldException(
      fields: [
        "AdaptiveAvgPool2d.height", "AdaptiveAvgPool2d.width", "AvgPool2d.kernel",
        "AvgPool2d.stride", "Conv2d.padding", "Conv2d.stride", "Dropout.probability",
        "LocalResponseNorm.alpha", "LocalResponseNorm.beta", "LocalResponseNorm.k",
        "LocalResponseNorm.size", "ELU.alpha", "LeakyReLU.slope", "MaxPool2d.ceil",
        "MaxPool2d.kernel", "MaxPool2d.padding",
        "MaxPool2d.stride",
      ], backends: ["weights"], reason: "no tensor's shape depends on it"),
  ]
}
