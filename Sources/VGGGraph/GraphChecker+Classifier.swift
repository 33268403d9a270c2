import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGSpec

/// The layers from the last map to the scores: adaptive pooling, flattening, fully connected layers.
extension GraphChecker {
  mutating func checkAveragePool() {
    // The dense form runs over the map unchanged.
    guard spec.dense == nil else { return }
    switch spec.averagePool {
    case .none: return
    case _ where hasEnded: cutOff()
    case .unknown:
      halt(at: nil)
      plane = nil
    case .size(let size):
      guard let map else {
        plane = size.value
        planeSource = size.range
        return
      }
      warnAboutBins(map, size)
      let pool = AdaptiveAvgPool2d(height: size.value.height, width: size.value.width)
      guard let output = pool.output(for: .map(map)), isRepresentable(output) else {
        fail(.costOverflow(at: size.range))
        plane = nil
        return
      }
      if !widenReceptiveField(pool, over: .map(map)) { receptiveField = nil }
      append(pool, at: .avgpool, from: .map(map), to: output, range: size.range)
      plane = size.value
      planeSource = size.range
    }
  }

  private mutating func warnAboutBins(_ map: MapShape, _ size: Spanned<PlaneSize>) {
    guard stop == nil else { return }
    if size.value.height > map.height || size.value.width > map.width {
      warn(.adaptivePoolEnlarges(from: map, to: size.value, at: size.range))
    } else if !AdaptiveAvgPool2d.isEven(input: map.height, output: size.value.height)
      || !AdaptiveAvgPool2d.isEven(input: map.width, output: size.value.width)
    {
      let sizes = WindowChains(spec.features)?.squareInputs(forOutput: size.value)
      warn(.adaptivePoolUneven(from: map, to: size.value, sizes: sizes, at: size.range))
    }
  }

  mutating func checkFlatten() {
    guard !spec.classifier.isEmpty, spec.dense == nil else { return }
    guard !hasEnded else { return cutOff() }
    receptiveField = nil
    guard let map else { return }
    count = Shape.map(map).elementCount
    append(
      Flatten(), at: .flatten, from: .map(map), to: .vector(Shape.map(map).elementCount),
      range: spec.classifierRange)
  }

  mutating func checkClassifier() {
    if let dense = spec.dense { return check(dense: dense) }
    var isFirst = true
    for (index, element) in spec.classifier.enumerated() {
      guard !hasEnded else {
        // Layers after the last linear layer don't change that the outputs are the classes' scores.
        if element.value.isLinear { cutOff() }
        continue
      }
      let position = LayerPosition.classifier(index)
      switch element.value {
      case .linear(let linear):
        check(linear, at: position, isFirst: isFirst, range: element.range)
        isFirst = false
      case .activation(let activation):
        keepVector(activation.operation, at: position, range: element.range)
      case .batchNorm:
        if isFirst {
          fail(.normBeforeLinear(map: map, at: element.range))
        } else if let count {
          keepVector(BatchNorm1d(features: count), at: position, range: element.range)
        }
      case .dropout(let probability):
        keepVector(Dropout(probability: probability), at: position, range: element.range)
      case .softmax: keepVector(Softmax(), at: position, range: element.range)
      case .unknown:
        halt(at: element.range)
        count = nil
        isFirst = false
      }
    }
  }

  /// Checks the classifier at every position of the map, and the mean of the scores.
  private mutating func check(dense: Spanned<Sides>) {
    var kernel = dense
    for (index, element) in spec.classifier.enumerated() {
      let position = LayerPosition.classifier(index)
      switch element.value {
      case .linear(let linear):
        check(linear, over: kernel, at: position, range: element.range)
        kernel.value = 1
      case .activation(let activation):
        keepShape(activation.operation, at: position, range: element.range)
      case .dropout(let probability):
        keepShape(Dropout(probability: probability), at: position, range: element.range)
      case .batchNorm, .softmax, .unknown: forgetMap(at: element.range)
      }
    }
    guard let map, let scores = GlobalAveragePool().output(for: .map(map)) else { return }
    receptiveField = nil
    append(GlobalAveragePool(), at: .avgpool, from: .map(map), to: scores, range: dense.range)
    count = map.channels
    append(
      Flatten(), at: .flatten, from: scores, to: .vector(map.channels), range: dense.range)
  }

  private mutating func check(
    _ linear: LinearSpec, over kernel: Spanned<Sides>, at position: LayerPosition,
    range: SourceRange
  ) {
    guard let channels else { return halt(at: range) }
    let layer = DenseLinear(
      channels: channels, kernel: kernel.value, outputs: linear.outputs)
    slide(layer, as: .denseLinear, at: range, window: kernel.range) { checker, input, output in
      checker.append(layer, at: position, from: input, to: output, range: range)
    }
    self.channels = linear.outputs
    channelSource = range
  }

  private mutating func check(
    _ spec: LinearSpec, at position: LayerPosition, isFirst: Bool, range: SourceRange
  ) {
    if let stated = spec.statedInput, let count, stated.value != count {
      if isFirst, let map {
        fail(flattenMismatch(stated, map: map))
      } else {
        fail(.linearChainMismatch(stated, previous: count, at: channelSource))
      }
    }
    defer {
      count = spec.outputs
      channelSource = range
    }
    guard let count else {
      halt(at: range)
      return
    }
    let linear = Linear(inputs: count, outputs: spec.outputs, bias: spec.bias)
    append(
      linear, at: position, from: .vector(count), to: .vector(spec.outputs), range: range)
  }

  private func flattenMismatch(_ stated: Spanned<Int>, map: MapShape) -> Diagnostic {
    let isFixed = spec.averagePool != .none || spec.features.contains { $0.value.isGlobalPool }
    let sizes =
      !isFixed
      ? inputSizes(flatteningTo: stated.value, channels: map.channels) : nil
    return .linearInputMismatch(
      stated, map: map, source: planeSource == spec.input?.range ? nil : planeSource,
      fitsAnyInput: isFixed, sizes: sizes)
  }

  /// The square image sizes for which a stated FC input would be right.
  private func inputSizes(flatteningTo stated: Int, channels: Int) -> ClosedRange<Int>? {
    let (values, remainder) = stated.quotientAndRemainder(dividingBy: channels)
    guard remainder == 0, values > 0 else { return nil }
    return WindowChains(spec.features)?.squareInputs(forElements: values)
  }

  private mutating func keepVector(
    _ operation: some LayerOperation, at position: LayerPosition, range: SourceRange
  ) {
    guard let count else { return }
    append(operation, at: position, from: .vector(count), to: .vector(count), range: range)
  }
}
