import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGGraph
import VGGSpec

extension ImportedModel {
  /// The model that consists of a tool's layers.
  ///
  /// - Throws: ``Obstacles`` if the network cannot be expressed in the language.
  init(_ network: ImportedNetwork) throws(Obstacles) {
    var chain = LayerChain(network)
    for layer in network.layers { chain.take(layer) }
    self = try chain.finished()
    weighted = network.layers.compactMap(\.weighted)
    means = network.means
    taps = network.taps
    valueOrder = network.valueOrder
  }
}

/// Joins layers to entries of the language one by one, and notes parts without a counterpart.
private struct LayerChain {
  private let network: ImportedNetwork
  private var features: [FeatureElement] = []
  private var classifier: [ClassifierElement] = []
  private var averagePool: PlaneSize?
  private var obstacles: [Obstacle] = []
  private var differences: [ForeignDifference]

  /// The last entry, if it is a convolution that may still get its batch normalisation and its activation.
  private var open: ConvolutionSpec?
  private var isFlat = false
  private var channels: Int?
  private var imageChannels: Int?
  private var hasConvolution = false
  private var plane: PlaneSize?
  /// The number of inputs of the next linear layer, once known.
  private var count: Int?
  /// The number of inputs that the first linear layer states, with its position.
  private var firstInputs: (count: Int, range: Range<Int>)?
  private var hasLinear = false
  /// Whether global pooling leaves one value per channel, whatever the image.
  private var isGlobal = false
  /// The index among the features of the first layer that the file assigns to the classifier.
  private var namedHead: Int?

  init(_ network: ImportedNetwork) {
    self.network = network
    channels = network.image.channels
    imageChannels = network.image.channels
    plane = network.image.plane
    differences = network.differences
  }

  private mutating func note(_ reason: ForeignObstacle, at range: Range<Int>) {
    obstacles.append(Obstacle(reason, at: range))
  }

  mutating func take(_ layer: ImportedLayer) {
    if let value = layer.kind.valueOutOfBounds {
      return note(.value(value.text, of: value.name), at: layer.range)
    }
    if isFlat { return takeFlat(layer) }
    if namedHead == nil, layer.isOfClassifier { namedHead = features.count }
    switch layer.kind {
    case .activation(let activation):
      guard var convolution = open else { break }
      convolution.activation = .function(activation)
      close(convolution)
      return
    case .batchNorm(let epsilon):
      guard var convolution = open, convolution.batchNorm == false else { break }
      convolution.batchNorm = true
      open = convolution
      compare(epsilon)
      return
    case .convolution, .maxPool, .averagePool, .adaptivePool, .globalPool, .localResponseNorm,
      .flatten, .dropout, .linear, .softmax:
      break
    }
    if let convolution = open { close(convolution) }
    takeMap(layer)
  }

  /// Writes the finished convolution to its entry.
  private mutating func close(_ convolution: ConvolutionSpec) {
    features[features.count - 1] = .convolution(convolution)
    open = nil
  }

  private mutating func compare(_ epsilon: Double?) {
    if let epsilon, epsilon != BatchNorm2d.epsilon, !differences.contains(.epsilon(epsilon)) {
      differences.append(.epsilon(epsilon))
    }
  }

  private mutating func takeMap(_ layer: ImportedLayer) {
    if let pool = averagePool {
      switch layer.kind {
      case .flatten, .linear, .softmax: break
      case .convolution, .batchNorm, .activation, .maxPool, .averagePool, .adaptivePool,
        .globalPool, .localResponseNorm, .dropout:
        // Among the features it becomes an entry if it leaves one value per channel.
        guard pool.height == 1, pool.width == 1 else {
          return note(.layer("AdaptiveAvgPool2d"), at: layer.range)
        }
        features.append(.globalPool(.average))
        averagePool = nil
        isGlobal = true
      }
    }
    switch layer.kind {
    case .convolution(let convolution): take(convolution, at: layer.range)
    case .maxPool(let pool): take(pool, at: layer.range)
    case .averagePool(let pool): take(pool, at: layer.range)
    case .localResponseNorm(let size, let alpha, let beta, let k):
      features.append(
        .localResponseNorm(LocalResponseNormSpec(size: size, alpha: alpha, beta: beta, k: k)))
    case .dropout(let probability): features.append(.dropout(probability))
    case .adaptivePool(let size):
      averagePool = size
      plane = size
    case .globalPool(let pool):
      features.append(.globalPool(pool))
      plane = PlaneSize(height: 1, width: 1)
      isGlobal = true
    case .activation(let activation): features.append(.activation(activation))
    case .batchNorm(let epsilon):
      features.append(.batchNorm)
      compare(epsilon)
    case .flatten: flatten()
    case .linear, .softmax:
      guard network.flattensItself else { return note(.missingFlatten, at: layer.range) }
      flatten()
      takeFlat(layer)
    }
  }

  private mutating func take(_ convolution: ImportedConvolution, at range: Range<Int>) {
    if let stated = convolution.inputs {
      if let channels, channels != stated {
        note(.channels(stated: stated, carried: channels), at: range)
      }
      if !hasConvolution { imageChannels = imageChannels ?? stated }
    }
    hasConvolution = true
    guard let (outputs, groups) = grouping(of: convolution, at: range) else {
      (channels, plane) = (nil, nil)
      return
    }
    var spec = ConvolutionSpec(
      outputChannels: outputs, kernel: convolution.kernel, stride: convolution.stride,
      padding: convolution.padding, dilation: convolution.dilation, groups: groups,
      bias: convolution.bias, batchNorm: false, activation: ActivationChoice.none)
    if let place = convolution.same {
      guard let padding = samePadding(of: convolution, at: place) else {
        (channels, plane) = (outputs, strided(convolution.stride))
        return
      }
      spec.padding = padding
    }
    append(.convolution(spec), at: range)
    channels = outputs
    open = spec
  }

  /// A convolution's output channels and groups; if they are incompatible, notes that and returns
  /// `nil`.
  private mutating func grouping(
    of convolution: ImportedConvolution, at range: Range<Int>
  ) -> (outputs: Int, groups: ConvolutionGroups)? {
    let channels = channels ?? convolution.inputs
    switch convolution.outputs {
    case .each(let multiple):
      guard let channels else {
        note(.missing("input_shape", of: network.name ?? "model"), at: range)
        return nil
      }
      guard let outputs = checkedProduct(channels, multiple),
        LanguageBounds.channels.contains(outputs)
      else {
        note(.value("\(multiple)", of: "depth_multiplier"), at: range)
        return nil
      }
      return (outputs, channels == 1 ? .count(1) : .depthwise)
    case .count(let outputs):
      let groups = convolution.groups
      guard outputs.isMultiple(of: groups), channels?.isMultiple(of: groups) ?? true else {
        note(.value("\(groups)", of: "groups"), at: range)
        return nil
      }
      return (outputs, groups > 1 && groups == channels ? .depthwise : .count(groups))
    }
  }

  /// The padding of a convolution with the word `same`; if no number expresses it, notes that and returns `nil`.
  private mutating func samePadding(
    of convolution: ImportedConvolution, at place: Range<Int>
  ) -> Sides? {
    let before = convolution.padding
    let map = plane.map {
      PlaneSize(height: $0.height + 2 * before.height, width: $0.width + 2 * before.width)
    }
    guard let zeros = SameZeros(convolution.window, of: map) else {
      note(.sameWithoutSize, at: place)
      return nil
    }
    guard zeros.near == zeros.far else {
      note(.unevenPadding(near: zeros.near, far: zeros.far), at: place)
      return nil
    }
    let padding = Sides(
      height: before.height + zeros.near.height, width: before.width + zeros.near.width)
    guard padding.both(LanguageBounds.padding.contains) else {
      note(.value(padding.yaml, of: "padding"), at: place)
      return nil
    }
    return padding
  }

  /// Padding and rounding of a pooling layer with the word `same`: rounding up covers an odd row below the map. If no padding
  /// expresses it, notes that and returns `nil`.
  private mutating func samePooling(
    _ window: ImportedWindow, at place: Range<Int>
  ) -> (padding: Sides, rounding: ImportedRounding)? {
    guard let zeros = SameZeros(window, of: plane) else {
      // At most one row of zeros, whatever the size.
      if window.kernel.both({ $0 <= 2 }) { return (0, .upUnlessEven) }
      note(.sameWithoutSize, at: place)
      return nil
    }
    let isCovered =
      (zeros.near.height == zeros.far.height || window.stride.height > 1)
      && (zeros.near.width == zeros.far.width || window.stride.width > 1)
    guard isCovered else {
      note(.unevenPadding(near: zeros.near, far: zeros.far), at: place)
      return nil
    }
    return (zeros.near, zeros.near == zeros.far ? .down : .up)
  }

  /// The map's size with one window per step, as for `same`.
  private func strided(_ stride: Sides) -> PlaneSize? {
    plane.map {
      PlaneSize(
        height: ($0.height - 1) / stride.height + 1, width: ($0.width - 1) / stride.width + 1)
    }
  }

  private mutating func take(_ given: ImportedMaxPool, at range: Range<Int>) {
    var pool = given
    if let place = pool.same {
      guard
        let same = samePooling(
          ImportedWindow(kernel: pool.kernel, stride: pool.stride, padding: 0), at: place)
      else {
        plane = strided(pool.stride)
        return
      }
      (pool.padding, pool.rounding) = same
    }
    var spec = MaxPoolSpec(kernel: pool.kernel, stride: pool.stride, padding: pool.padding)
    guard fits(padding: pool.padding, kernel: pool.kernel, at: range) else { return }
    spec.ceil = roundsUp(pool.rounding, spec.window)
    append(.maxPool(spec), at: range)
  }

  private mutating func take(_ given: ImportedAveragePool, at range: Range<Int>) {
    var pool = given
    if let place = pool.same {
      guard
        let same = samePooling(
          ImportedWindow(kernel: pool.kernel, stride: pool.stride, padding: 0), at: place)
      else {
        plane = strided(pool.stride)
        return
      }
      (pool.padding, pool.rounding) = same
    }
    var spec = AveragePoolSpec(
      kernel: pool.kernel, stride: pool.stride, padding: pool.padding,
      countsPadding: pool.countsPadding || pool.padding == 0)
    guard fits(padding: pool.padding, kernel: pool.kernel, at: range) else { return }
    spec.ceil = roundsUp(pool.rounding, spec.window)
    append(.averagePool(spec), at: range)
  }

  /// Whether the padding is at most half of the window; if it is more, notes that.
  private mutating func fits(padding: Sides, kernel: Sides, at range: Range<Int>) -> Bool {
    let fits = padding.height <= kernel.height / 2 && padding.width <= kernel.width / 2
    if !fits { note(.value(padding.yaml, of: "padding"), at: range) }
    return fits
  }

  private func roundsUp(_ rounding: ImportedRounding, _ down: Window) -> Bool {
    switch rounding {
    case .down: return false
    case .up: return true
    case .upUnlessEven:
      let up = Window(kernel: down.kernel, stride: down.stride, padding: down.padding, ceil: true)
      return plane.map { down.output(of: $0) != up.output(of: $0) } ?? true
    }
  }

  private mutating func append(_ element: FeatureElement, at range: Range<Int>) {
    if let window = element.window { move(window, at: range) }
    features.append(element)
  }

  private mutating func move(_ window: Window, at range: Range<Int>) {
    guard let before = plane else { return }
    plane = window.output(of: before)
    if plane == nil { note(.mapTooSmall, at: range) }
  }

  private mutating func flatten() {
    isFlat = true
    guard let channels, let plane else { return }
    count = checkedProduct(channels, plane.height, plane.width)
  }

  // MARK: - After the map

  private mutating func takeFlat(_ layer: ImportedLayer) {
    switch layer.kind {
    case .linear(let inputs, let outputs, let bias):
      if let inputs {
        if let count, count != inputs {
          note(.inputs(stated: inputs, carried: count), at: layer.range)
        } else if count == nil, !hasLinear {
          firstInputs = (inputs, layer.range)
        }
      }
      classifier.append(.linear(LinearSpec(outputs: outputs, bias: bias)))
      count = outputs
      hasLinear = true
    case .activation(let activation): classifier.append(.activation(activation))
    case .dropout(let probability): classifier.append(.dropout(probability))
    case .softmax: classifier.append(.softmax)
    case .flatten: break
    case .batchNorm(let epsilon):
      guard hasLinear else { return note(.normOfFlattenedMap, at: layer.range) }
      classifier.append(.batchNorm)
      compare(epsilon)
    case .convolution: note(.layer("Conv2d"), at: layer.range)
    case .maxPool, .averagePool, .adaptivePool, .globalPool: note(.layer("Pool2d"), at: layer.range)
    case .localResponseNorm: note(.layer("LocalResponseNorm"), at: layer.range)
    }
  }

  // MARK: - The end

  mutating func finished() throws(Obstacles) -> ImportedModel {
    if let convolution = open { close(convolution) }
    if features.isEmpty, obstacles.isEmpty {
      note(
        .missing("features", of: network.name ?? "model"), at: network.layers.first?.range ?? 0..<0)
    }
    let (input, size) = image()
    guard obstacles.isEmpty else { throw Obstacles(all: obstacles) }
    let dense = denseHead
    if let dense {
      features.removeSubrange(dense.start...)
      classifier = dense.layers
      averagePool = nil
    }
    if isFlat, !hasLinear, network.valueOrder == .channelsLast,
      plane != PlaneSize(height: 1, width: 1)
    {
      differences.append(.flattenedEnd)
    }
    let shared = SharedChoices(of: features, activation: dense?.activation)
    var model = ImportedModel(
      name: network.name, features: shared.shortened(features), differences: differences)
    model.input = input
    model.batchNorm = shared.batchNorm
    model.activation = shared.activation
    model.averagePool = averagePool
    model.classifier = classifier.isEmpty ? nil : classifier
    model.dense = dense?.kernel
    model.unsaid = (classifier.isEmpty ? [.classifier] : []) + (size.map { [$0] } ?? [])
    return model
  }

  /// The classifier that runs at every position of the map, if the network ends in one.
  private var denseHead: DenseHead? {
    guard obstacles.isEmpty, isFlat, classifier.isEmpty,
      averagePool == PlaneSize(height: 1, width: 1),
      let head = DenseHead(endOf: features, from: namedHead)
    else { return nil }
    let shared = SharedChoices(of: Array(features[..<head.start]), activation: head.activation)
    return hasShortForm(head.layers, shared.activation) ? head : nil
  }

  /// The image to write, and the part of it that the text does not state.
  private mutating func image() -> (MapShape?, UnsaidPart?) {
    let standard = LanguageDefaults.input
    let channels = imageChannels ?? standard.channels
    guard LanguageBounds.channels.contains(channels) else {
      note(.value("\(channels)", of: "channels"), at: network.layers.first?.range ?? 0..<0)
      return (nil, nil)
    }
    if let plane = network.image.plane {
      return (MapShape(channels: channels, height: plane.height, width: plane.width), nil)
    }
    let isColour = channels == standard.channels
    let example =
      isColour
      ? nil : MapShape(channels: channels, height: standard.height, width: standard.width)
    let part = isColour ? UnsaidPart.input : .imageSize
    guard let firstInputs, let last = self.channels else { return (example, part) }
    if isGlobal { return (example, part) }
    if let averagePool {
      if checkedProduct(last, averagePool.height, averagePool.width) != firstInputs.count {
        note(.inputsOfNoImage(firstInputs.count), at: firstInputs.range)
      }
      return (example, part)
    }
    guard let sides = sides(leadingTo: firstInputs.count, channels: last) else {
      note(.inputsOfNoImage(firstInputs.count), at: firstInputs.range)
      return (nil, nil)
    }
    let isUsual = sides.contains(standard.height)
    let side = isUsual ? standard.height : sides.lowerBound
    let shape = MapShape(channels: channels, height: side, width: side)
    let unsaid = UnsaidPart.sizeFromInputs(
      firstInputs.count, sides: isUsual ? side...side : sides)
    return (shape == standard ? nil : shape, isUsual && isColour ? .input : unsaid)
  }

  /// The sizes of square images whose last map has that many values.
  private func sides(leadingTo inputs: Int, channels: Int) -> ClosedRange<Int>? {
    guard channels > 0 else { return nil }
    let (area, remainder) = inputs.quotientAndRemainder(dividingBy: channels)
    guard remainder == 0, area > 0 else { return nil }
    return WindowChains(features.compactMap(\.window)).squareInputs(forElements: area)
  }
}
