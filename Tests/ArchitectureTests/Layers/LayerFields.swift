import Testing
import VGGGraph
import VGGSpec

/// A stored property of a layer's struct, and the layer with a different value of that property.
struct LayerField: Sendable, Hashable, CustomTestStringConvertible {
  /// For example: `Conv2d.stride`, `MaxPool2d.ceil`.
  let name: String
  let base: LayerKind
  let changed: LayerKind

  var testDescription: String { name }
}

extension LayerKind {
  /// One layer of each kind.
  static let samples: [LayerKind] = [
    Conv2d(inputChannels: 3, outputChannels: 6, kernel: 3, stride: 1, padding: 2, bias: true).kind,
    ReLU().kind,
    MaxPool2d(kernel: 4, stride: 3, padding: 1, ceil: false).kind,
    // Normalisation makes some values negative again, which leaky ReLU and ELU change.
    BatchNorm2d(channels: 6).kind,
    LeakyReLU(slope: 0.1).kind, ELU(alpha: 0.5).kind, PReLU().kind, GELU().kind, SiLU().kind,
    Sigmoid().kind, Tanh().kind,
    AvgPool2d(kernel: 3, stride: 2, padding: 1).kind,
    LocalResponseNorm(size: 3, alpha: 0.5, beta: 0.75, k: 2).kind,
    AdaptiveAvgPool2d(height: 2, width: 3).kind,
    DenseLinear(channels: 6, kernel: Sides(height: 1, width: 2), outputs: 4).kind,
    GlobalAveragePool().kind,
    GlobalMaxPool().kind,
    Flatten().kind,
    Linear(inputs: 6, outputs: 5, bias: true).kind,
    BatchNorm1d(features: 5).kind,
    Dropout(probability: 0.25).kind,
    Softmax().kind,
  ]

  /// The index in ``samples``. A new kind does not compile without one.
  var sampleIndex: Int {
    switch self {
    case .conv2d: 0
    case .relu: 1
    case .maxPool2d: 2
    case .batchNorm2d: 3
    case .leakyReLU: 4
    case .elu: 5
    case .prelu: 6
    case .gelu: 7
    case .silu: 8
    case .sigmoid: 9
    case .tanh: 10
    case .avgPool2d: 11
    case .localResponseNorm: 12
    case .adaptiveAvgPool2d: 13
    case .denseLinear: 14
    case .globalAveragePool: 15
    case .globalMaxPool: 16
    case .flatten: 17
    case .linear: 18
    case .batchNorm1d: 19
    case .dropout: 20
    case .softmax: 21
    }
  }

  /// One copy of the layer per stored property, with that property changed.
  var fields: [LayerField] {
    switch self {
    case .conv2d(let conv):
      [
        field("inputChannels", of: conv) { $0.inputChannels += 1 },
        field("outputChannels", of: conv) { $0.outputChannels += 1 },
        field("kernel.height", of: conv) { $0.kernel.height += 2 },
        field("kernel.width", of: conv) { $0.kernel.width += 2 },
        field("stride.height", of: conv) { $0.stride.height += 1 },
        field("stride.width", of: conv) { $0.stride.width += 1 },
        field("padding.height", of: conv) { $0.padding.height += 1 },
        field("padding.width", of: conv) { $0.padding.width += 1 },
        field("dilation.height", of: conv) { $0.dilation.height += 1 },
        field("dilation.width", of: conv) { $0.dilation.width += 1 },
        field("groups", of: conv) { $0.groups *= 3 },
        field("bias", of: conv) { $0.bias.toggle() },
      ]
    case .batchNorm1d(let norm): [field("features", of: norm) { $0.features += 1 }]
    case .leakyReLU(let leaky): [field("slope", of: leaky) { $0.slope *= 2 }]
    case .elu(let elu): [field("alpha", of: elu) { $0.alpha *= 2 }]
    case .batchNorm2d(let norm): [field("channels", of: norm) { $0.channels += 1 }]
    case .maxPool2d(let pool):
      [
        field("kernel.height", of: pool) { $0.kernel.height += 1 },
        field("kernel.width", of: pool) { $0.kernel.width += 1 },
        field("stride.height", of: pool) { $0.stride.height += 1 },
        field("stride.width", of: pool) { $0.stride.width += 1 },
        field("padding.height", of: pool) { $0.padding.height -= 1 },
        field("padding.width", of: pool) { $0.padding.width -= 1 },
        field("ceil", of: pool) { $0.ceil.toggle() },
      ]
    case .avgPool2d(let pool):
      [
        field("kernel.height", of: pool) { $0.kernel.height += 1 },
        field("kernel.width", of: pool) { $0.kernel.width += 1 },
        field("stride.height", of: pool) { $0.stride.height += 1 },
        field("stride.width", of: pool) { $0.stride.width += 1 },
        field("padding.height", of: pool) { $0.padding.height -= 1 },
        field("padding.width", of: pool) { $0.padding.width -= 1 },
        field("ceil", of: pool) { $0.ceil.toggle() },
        field("countsPadding", of: pool) { $0.countsPadding.toggle() },
      ]
    case .localResponseNorm(let norm):
      [
        field("size", of: norm) { $0.size += 2 },
        field("alpha", of: norm) { $0.alpha *= 2 },
        field("beta", of: norm) { $0.beta *= 2 },
        field("k", of: norm) { $0.k += 1 },
      ]
    case .adaptiveAvgPool2d(let pool):
      [
        field("height", of: pool) { $0.height += 1 },
        field("width", of: pool) { $0.width += 1 },
      ]
    case .linear(let linear):
      [
        field("inputs", of: linear) { $0.inputs += 1 },
        field("outputs", of: linear) { $0.outputs += 1 },
        field("bias", of: linear) { $0.bias.toggle() },
      ]
    case .denseLinear(let dense):
      [
        field("channels", of: dense) { $0.channels += 1 },
        field("kernel.height", of: dense) { $0.kernel.height += 1 },
        field("kernel.width", of: dense) { $0.kernel.width += 1 },
        field("outputs", of: dense) { $0.outputs += 1 },
      ]
    case .dropout(let dropout): [field("probability", of: dropout) { $0.probability *= 2 }]
    case .relu, .prelu, .gelu, .silu, .sigmoid, .tanh, .globalMaxPool, .globalAveragePool, .flatten,
      .softmax:
      []
    }
  }

  /// The names of all numbers that the kind's struct stores, as Swift sees them: `Conv2d.stride`.
  var storedProperties: Set<String> {
    let operation = operation
    return Set(leaves(of: operation, named: "\(type(of: operation))"))
  }

  private func field<Operation: LayerOperation>(
    _ name: String, of operation: Operation, _ change: (inout Operation) -> Void
  ) -> LayerField {
    var changed = operation
    change(&changed)
    return LayerField(name: "\(Operation.self).\(name)", base: self, changed: changed.kind)
  }
}

/// The paths to the values in `value` that have no children.
private func leaves(of value: Any, named name: String) -> [String] {
  Mirror(reflecting: value).children.flatMap { child -> [String] in
    let path = "\(name).\(child.label ?? "")"
    let below = leaves(of: child.value, named: path)
    return below.isEmpty ? [path] : below
  }
}
