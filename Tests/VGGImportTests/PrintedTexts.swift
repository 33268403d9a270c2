import VGGGraph
import VGGSpec
import VGGTestSupport

/// Networks in the notation of other tools, each written here from the graph alone.
///
/// Each function returns `nil` for a network that the tool writes differently, or not at all.
enum PrintedTexts {
  /// A cfg list; `nil` if there are layers other than 3x3 convolutions and `M`.
  static func python(_ graph: ModelGraph) -> String? {
    var entries: [String] = []
    for layer in graph.layers {
      switch layer.kind {
      case .conv2d(let conv):
        guard conv.kernel == 3, conv.stride == 1, conv.padding == 1, conv.dilation == 1,
          conv.groups == 1, conv.bias
        else { return nil }
        entries.append("\(conv.outputChannels)")
      case .maxPool2d(let pool):
        guard pool == MaxPool2d(kernel: 2, stride: 2, padding: 0, ceil: false) else { return nil }
        entries.append("'M'")
      case .relu, .flatten, .linear, .dropout, .softmax: break
      case .batchNorm2d, .batchNorm1d, .avgPool2d, .globalMaxPool, .globalAveragePool,
        .localResponseNorm, .adaptiveAvgPool2d, .denseLinear, .leakyReLU, .elu, .prelu, .gelu,
        .silu,
        .sigmoid, .tanh:
        return nil
      }
    }
    return entries.count > 1 ? "[\(entries.joined(separator: ", "))]" : nil
  }

  /// The text that PyTorch prints for the network as one sequence.
  static func torch(_ graph: ModelGraph) -> String? {
    // The printed text does not have the rounding and counting of an average pooling layer.
    let isSaid = graph.layers.allSatisfy { layer in
      if case .avgPool2d(let pool) = layer.kind { !pool.ceil && pool.countsPadding } else { true }
    }
    guard isSaid else { return nil }
    let lines = graph.layers.enumerated().map { "  (\($0)): \(torch($1))" }
    return "Sequential(\n\(lines.joined(separator: "\n"))\n)\n"
  }

  private static func torch(_ conv: Conv2d) -> String {
    "Conv2d(\(conv.inputChannels), \(conv.outputChannels), kernel_size=\(pair(conv.kernel)), "
      + "stride=\(pair(conv.stride))"
      + (conv.padding == 0 ? "" : ", padding=\(pair(conv.padding))")
      + (conv.dilation == 1 ? "" : ", dilation=\(pair(conv.dilation))")
      + (conv.groups == 1 ? "" : ", groups=\(conv.groups)")
      + (conv.bias ? "" : ", bias=False") + ")"
  }

  private static func torch(_ layer: Layer) -> String {
    func truth(_ value: Bool) -> String { value ? "True" : "False" }
    switch layer.kind {
    case .conv2d(let conv): return torch(conv)
    case .denseLinear(let dense): return torch(dense.convolution)
    case .batchNorm2d(let norm):
      return
        "BatchNorm2d(\(norm.channels), eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)"
    case .batchNorm1d(let norm):
      return
        "BatchNorm1d(\(norm.features), eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)"
    case .relu: return "ReLU(inplace=True)"
    case .leakyReLU(let leaky): return "LeakyReLU(negative_slope=\(leaky.slope), inplace=True)"
    case .elu(let elu): return "ELU(alpha=\(elu.alpha))"
    case .prelu: return "PReLU(num_parameters=1)"
    case .gelu: return "GELU(approximate='none')"
    case .silu: return "SiLU()"
    case .sigmoid: return "Sigmoid()"
    case .tanh: return "Tanh()"
    case .globalMaxPool: return "AdaptiveMaxPool2d(output_size=1)"
    case .globalAveragePool: return "AdaptiveAvgPool2d(output_size=1)"
    case .maxPool2d(let pool):
      return
        "MaxPool2d(kernel_size=\(pair(pool.kernel)), stride=\(pair(pool.stride)), padding=\(pair(pool.padding)), "
        + "dilation=1, ceil_mode=\(truth(pool.ceil)))"
    case .avgPool2d(let pool):
      return
        "AvgPool2d(kernel_size=\(pair(pool.kernel)), stride=\(pair(pool.stride)), padding=\(pair(pool.padding)))"
    case .localResponseNorm(let norm):
      return "LocalResponseNorm(\(norm.size), alpha=\(norm.alpha), beta=\(norm.beta), k=\(norm.k))"
    case .adaptiveAvgPool2d(let pool):
      return "AdaptiveAvgPool2d(output_size=(\(pool.height), \(pool.width)))"
    case .flatten: return "Flatten(start_dim=1, end_dim=-1)"
    case .linear(let linear):
      return
        "Linear(in_features=\(linear.inputs), out_features=\(linear.outputs), bias=\(truth(linear.bias)))"
    case .dropout(let dropout): return "Dropout(p=\(dropout.probability), inplace=False)"
    case .softmax: return "Softmax(dim=1)"
    }
  }

  private static func pair(_ sides: Sides) -> String { "(\(sides.height), \(sides.width))" }

  private static func list(_ sides: Sides) -> String { "[\(sides.height), \(sides.width)]" }

  /// Keras's JSON; padding that Keras does not have becomes layers of zeros.
  static func keras(_ graph: ModelGraph) -> String? {
    let image = graph.input
    var layers = [
      keras(
        "InputLayer", "\"batch_shape\": [null, \(image.height), \(image.width), \(image.channels)]")
    ]
    for layer in graph.layers {
      switch layer.kind {
      case .conv2d(let conv):
        let isSame = conv.window.rows.keepsSize && conv.window.columns.keepsSize
        let (rows, columns) = (conv.padding.height, conv.padding.width)
        if !isSame, conv.padding != 0 {
          layers.append(
            keras(
              "ZeroPadding2D", "\"padding\": [[\(rows), \(rows)], [\(columns), \(columns)]]"))
        }
        let common =
          "\"kernel_size\": \(list(conv.kernel)), \"strides\": \(list(conv.stride)), "
          + "\"padding\": \"\(isSame ? "same" : "valid")\", \"dilation_rate\": \(list(conv.dilation)), "
          + "\"activation\": \"linear\", \"use_bias\": \(conv.bias)"
        if conv.groups > 1, conv.groups == conv.inputChannels {
          let multiplier = conv.outputChannels / conv.inputChannels
          layers.append(
            keras("DepthwiseConv2D", "\"depth_multiplier\": \(multiplier), \(common)"))
        } else {
          layers.append(
            keras(
              "Conv2D",
              "\"filters\": \(conv.outputChannels), \"groups\": \(conv.groups), \(common)"))
        }
      case .batchNorm2d: layers.append(keras("BatchNormalization", "\"epsilon\": 1e-05"))
      case .batchNorm1d: layers.append(keras("BatchNormalization", "\"epsilon\": 1e-05"))
      case .relu: layers.append(keras("Activation", "\"activation\": \"relu\""))
      case .leakyReLU(let leaky):
        layers.append(keras("LeakyReLU", "\"negative_slope\": \(leaky.slope)"))
      case .elu(let elu): layers.append(keras("ELU", "\"alpha\": \(elu.alpha)"))
      case .gelu: layers.append(keras("Activation", "\"activation\": \"gelu\""))
      case .silu: layers.append(keras("Activation", "\"activation\": \"silu\""))
      case .sigmoid: layers.append(keras("Activation", "\"activation\": \"sigmoid\""))
      case .tanh: layers.append(keras("Activation", "\"activation\": \"tanh\""))
      case .prelu, .globalMaxPool, .globalAveragePool: return nil
      case .maxPool2d(let pool):
        guard pool.padding == 0, !pool.ceil else { return nil }
        layers.append(kerasPool("MaxPooling2D", pool.kernel, pool.stride))
      case .avgPool2d(let pool):
        guard pool.padding == 0, !pool.ceil else { return nil }
        layers.append(kerasPool("AveragePooling2D", pool.kernel, pool.stride))
      case .adaptiveAvgPool2d(let pool):
        guard pool.height == 1, pool.width == 1 else { return nil }
        layers.append(keras("GlobalAveragePooling2D", "\"keepdims\": false"))
      case .localResponseNorm, .denseLinear: return nil
      case .flatten: layers.append(keras("Flatten", "\"data_format\": \"channels_last\""))
      case .linear(let linear):
        layers.append(
          keras(
            "Dense",
            "\"units\": \(linear.outputs), \"activation\": \"linear\", \"use_bias\": \(linear.bias)"
          ))
      case .dropout(let dropout):
        layers.append(keras("Dropout", "\"rate\": \(dropout.probability)"))
      case .softmax: layers.append(keras("Softmax", "\"axis\": -1"))
      }
    }
    return #"{"class_name": "Sequential", "config": {"name": "sequential", "layers": ["#
      + layers.joined(separator: ", ") + "]}, \"keras_version\": \"3.15.1\"}"
  }

  private static func keras(_ name: String, _ values: String) -> String {
    #"{"module": "keras.layers", "class_name": "\#(name)", "config": {"trainable": true, \#(values)}}"#
  }

  private static func kerasPool(_ name: String, _ kernel: Sides, _ stride: Sides) -> String {
    keras(
      name,
      "\"pool_size\": \(list(kernel)), \"padding\": \"valid\", \"strides\": \(list(stride))")
  }

  /// darknet's sections.
  static func darknet(_ graph: ModelGraph) -> String? {
    let image = graph.input
    var text = "[net]\nheight=\(image.height)\nwidth=\(image.width)\nchannels=\(image.channels)\n"
    let kinds = graph.layers.map(\.kind)
    for (index, kind) in kinds.enumerated() {
      let next = index + 1 < kinds.count ? kinds[index + 1].darknetName : nil
      let activation = "activation=\(next ?? "linear")\n"
      switch kind {
      case .conv2d(let conv):
        let isSaid = [conv.kernel, conv.stride, conv.padding, conv.dilation].allSatisfy(\.isSquare)
        guard conv.bias, isSaid, conv.dilation == 1 || conv.window.rows.keepsSize else {
          return nil
        }
        let (kernel, padding) = (conv.kernel.height, conv.padding.height)
        text += "\n[convolutional]\nfilters=\(conv.outputChannels)\nsize=\(kernel)\n"
        text += "stride=\(conv.stride.height)\n"
        // The padding is dilated like the kernel.
        let isHalf = padding == kernel / 2 || conv.dilation != 1
        text += isHalf ? "pad=1\n" : "padding=\(padding)\n"
        if conv.dilation != 1 { text += "dilation=\(conv.dilation.height)\n" }
        if conv.groups != 1 { text += "groups=\(conv.groups)\n" }
        text += activation
      case .maxPool2d(let pool):
        let isSaid = [pool.kernel, pool.stride, pool.padding].allSatisfy(\.isSquare)
        guard !pool.ceil, isSaid else { return nil }
        text += "\n[maxpool]\nsize=\(pool.kernel.height)\nstride=\(pool.stride.height)\n"
        text += "padding=\(2 * pool.padding.height)\n"
      case .adaptiveAvgPool2d(let pool):
        guard pool.height == 1, pool.width == 1 else { return nil }
        text += "\n[avgpool]\n"
      case .linear(let linear):
        guard linear.bias else { return nil }
        text += "\n[connected]\noutput=\(linear.outputs)\n" + activation
      case .dropout(let dropout):
        // The text does not state that the map is flat before the layer.
        guard index == 0 || !kinds[index - 1].isFlatten else { return nil }
        text += "\n[dropout]\nprobability=\(dropout.probability)\n"
      case .softmax: text += "\n[softmax]\ngroups=1\n"
      case .relu, .leakyReLU, .elu, .prelu, .gelu, .silu, .sigmoid, .tanh:
        // An activation is a part of the layer before it.
        guard index > 0, kinds[index - 1].hasActivation, kind.darknetName != nil else { return nil }
      case .flatten: break
      case .batchNorm2d, .batchNorm1d, .avgPool2d, .globalMaxPool, .globalAveragePool,
        .localResponseNorm, .denseLinear:
        return nil
      }
    }
    return text
  }
}

extension LayerKind {
  /// darknet's name of an activation; `nil` if it has none.
  fileprivate var darknetName: String? {
    switch self {
    case .relu: "relu"
    case .leakyReLU(let leaky): leaky.slope == 0.1 ? "leaky" : nil
    case .elu(let elu): elu.alpha == 1 ? "elu" : nil
    case .silu: "swish"
    case .sigmoid: "logistic"
    case .tanh: "tanh"
    case .conv2d, .batchNorm2d, .batchNorm1d, .prelu, .gelu, .maxPool2d, .avgPool2d, .globalMaxPool,
      .globalAveragePool, .localResponseNorm, .adaptiveAvgPool2d, .flatten, .linear, .denseLinear,
      .dropout, .softmax:
      nil
    }
  }

  fileprivate var isFlatten: Bool { if case .flatten = self { true } else { false } }

  fileprivate var hasActivation: Bool {
    switch self {
    case .conv2d, .linear, .denseLinear: true
    case .batchNorm2d, .batchNorm1d, .relu, .leakyReLU, .elu, .prelu, .gelu, .silu, .sigmoid, .tanh,
      .maxPool2d, .avgPool2d, .globalMaxPool, .globalAveragePool, .localResponseNorm,
      .adaptiveAvgPool2d,
      .flatten, .dropout, .softmax:
      false
    }
  }
}
