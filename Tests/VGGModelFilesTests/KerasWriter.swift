import VGGGraph
import VGGSpec

/// Keras's JSON of a network, with the keys of `model.to_json()` that define a layer's computation.
struct KerasWriter {
  /// The layers' JSON; `nil` once the network has something that no Keras layer computes.
  private var layers: [String]? = []
  private var isFlat = false

  /// - Returns: `nil` for a network that Keras's layers cannot express.
  static func json(of graph: ModelGraph) -> String? {
    // A Sequential has one output.
    guard graph.taps.isEmpty else { return nil }
    var writer = KerasWriter()
    let input = graph.input
    writer.add(
      "InputLayer", #""batch_shape": [null, \#(input.height), \#(input.width), \#(input.channels)]"#
    )
    for (index, layer) in graph.layers.enumerated() {
      let next = index + 1 < graph.layers.count ? graph.layers[index + 1].kind : nil
      writer.add(layer, before: next)
    }
    guard let layers = writer.layers else { return nil }
    return
      #"{"class_name": "Sequential", "config": {"name": "\#(graph.name)", "layers": [\#(layers.joined(separator: ", "))]}}"#
  }

  private mutating func add(_ className: String, _ values: String...) {
    let name = "layer_\(layers?.count ?? 0)"
    let config = ([#""name": "\#(name)""#] + values).joined(separator: ", ")
    layers?.append(#"{"class_name": "\#(className)", "config": {\#(config)}}"#)
  }

  private mutating func add(_ layer: Layer, before next: LayerKind?) {
    switch layer.kind {
    case .conv2d(let convolution): add(convolution)
    case .batchNorm2d, .batchNorm1d:
      add("BatchNormalization", #""axis": -1, "epsilon": 1e-05, "center": true, "scale": true"#)
    case .relu: add("ReLU", #""max_value": null, "negative_slope": 0.0, "threshold": 0.0"#)
    case .leakyReLU(let leaky): add("LeakyReLU", #""negative_slope": \#(leaky.slope)"#)
    case .elu(let elu): add("ELU", #""alpha": \#(elu.alpha)"#)
    case .prelu: add("PReLU", #""shared_axes": \#(isFlat ? "[1]" : "[1, 2, 3]")"#)
    case .gelu: add("Activation", #""activation": "gelu""#)
    case .silu: add("Activation", #""activation": "silu""#)
    case .sigmoid: add("Activation", #""activation": "sigmoid""#)
    case .tanh: add("Activation", #""activation": "tanh""#)
    case .maxPool2d(let pool): add("MaxPooling2D", pool.window, of: layer)
    case .avgPool2d(let pool):
      // Keras excludes zeros from the mean.
      if pool.countsPadding, pool.padding != 0 {
        layers = nil
        return
      }
      add("AveragePooling2D", pool.window, of: layer)
    case .globalMaxPool: add("GlobalMaxPooling2D", #""keepdims": true"#)
    case .globalAveragePool:
      // At the end of the features it is read as `avgpool: 1`.
      if layer.position != .avgpool, next?.endsMap ?? true {
        layers = nil
        return
      }
      add("GlobalAveragePooling2D", #""keepdims": true"#)
    case .localResponseNorm: layers = nil
    case .adaptiveAvgPool2d(let pool):
      guard pool.height == 1, pool.width == 1 else {
        layers = nil
        return
      }
      add("GlobalAveragePooling2D", #""keepdims": true"#)
    case .flatten:
      isFlat = true
      add("Flatten")
    case .linear(let linear):
      add(
        "Dense",
        #""units": \#(linear.outputs), "activation": "linear", "use_bias": \#(linear.bias)"#)
    case .denseLinear(let dense): add(dense.convolution)
    case .dropout(let dropout): add("Dropout", #""rate": \#(dropout.probability)"#)
    case .softmax: add("Softmax", #""axis": -1"#)
    }
  }

  private mutating func add(_ convolution: Conv2d) {
    let window = convolution.window
    // Half the span on both sides with stride 1, or zeros in a layer before it.
    let isSame = window.stride == 1 && window.extent == window.padding.map { 2 * $0 + 1 }
    let padding = convolution.padding
    if !isSame, padding != 0 {
      add(
        "ZeroPadding2D",
        #""padding": [[\#(padding.height), \#(padding.height)], [\#(padding.width), \#(padding.width)]]"#
      )
    }
    let numbers =
      #""kernel_size": \#(pair(convolution.kernel)), "strides": \#(pair(convolution.stride)), "#
      + #""dilation_rate": \#(pair(convolution.dilation)), "padding": "\#(isSame ? "same" : "valid")", "#
      + #""use_bias": \#(convolution.bias), "activation": "linear""#
    if convolution.groups == convolution.inputChannels, convolution.groups > 1 {
      let multiple = convolution.outputChannels / convolution.inputChannels
      add("DepthwiseConv2D", numbers, #""depth_multiplier": \#(multiple)"#)
    } else {
      add(
        "Conv2D", numbers,
        #""filters": \#(convolution.outputChannels), "groups": \#(convolution.groups)"#)
    }
  }

  /// A pooling layer with the word for its output and its padding; in Keras's `same`, the smaller half comes first.
  private mutating func add(_ className: String, _ window: Window, of layer: Layer) {
    guard case .map(let before) = layer.input, case .map(let after) = layer.output else {
      layers = nil
      return
    }
    func zeros(_ size: Int, kernel: Int, stride: Int) -> Int {
      max(0, ((size + stride - 1) / stride - 1) * stride + kernel - size)
    }
    let near = Sides(
      height: zeros(before.height, kernel: window.kernel.height, stride: window.stride.height) / 2,
      width: zeros(before.width, kernel: window.kernel.width, stride: window.stride.width) / 2)
    let all = PlaneSize(
      height: (before.height - 1) / window.stride.height + 1,
      width: (before.width - 1) / window.stride.width + 1)
    let down = Window(kernel: window.kernel, stride: window.stride, padding: 0)
    let word: String
    if window.padding == 0, down.output(of: before.plane) == after.plane {
      word = "valid"
    } else if window.padding == near, after.plane == all {
      word = "same"
    } else {
      layers = nil
      return
    }
    add(
      className,
      #""pool_size": \#(pair(window.kernel)), "strides": \#(pair(window.stride)), "padding": "\#(word)""#
    )
  }

  private func pair(_ sides: Sides) -> String { "[\(sides.height), \(sides.width)]" }
}

extension LayerKind {
  /// Whether the features end before a layer of this kind.
  fileprivate var endsMap: Bool {
    if case .adaptiveAvgPool2d = self { true } else { isFlatten }
  }
}
