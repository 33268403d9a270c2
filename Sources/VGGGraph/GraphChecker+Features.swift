import VGGDiagnostics
import VGGFindings
import VGGSpec

/// The feature layers: convolutions with their batch norm and ReLU, pooling, normalisation,
/// dropout.
extension GraphChecker {
  mutating func checkFeatures() {
    var index = 0
    /// The pooling layers in a row up to here.
    var poolings: [FeatureElement] = []
    for element in spec.features {
      if hasEnded {
        cutOff()
        break
      }
      if element.value.isPoolingWithoutEffect {
        warn(.poolWithoutEffect(at: element.range))
      } else if element.value.isPooling {
        poolings.append(element.value)
        if poolings.count == 2 {
          warn(.repeatedPool(joined: poolings[0].joined(with: poolings[1]), at: element.range))
        }
      } else {
        poolings = []
      }
      switch element.value {
      case .convolution(let convolution):
        check(convolution, &index, at: element.range)
      case .maxPool(let pool):
        let pool = MaxPool2d(
          kernel: pool.kernel, stride: pool.stride, padding: pool.padding, ceil: pool.ceil)
        check(pool, &index, at: element.range)
      case .averagePool(let pool):
        // Without padding there is nothing to count.
        let pool = AvgPool2d(
          kernel: pool.kernel, stride: pool.stride, padding: pool.padding, ceil: pool.ceil,
          countsPadding: pool.countsPadding || pool.padding == 0)
        check(pool, &index, at: element.range)
      case .globalPool(let pool):
        check(pool.operation, &index, at: element.range)
      case .activation(let activation):
        keepShape(activation.operation, &index, at: element.range)
      case .batchNorm:
        if let channels {
          keepShape(BatchNorm2d(channels: channels), &index, at: element.range)
        }
      case .localResponseNorm(let norm):
        let norm = LocalResponseNorm(size: norm.size, alpha: norm.alpha, beta: norm.beta, k: norm.k)
        keepShape(norm, &index, at: element.range)
      case .dropout(let probability):
        keepShape(Dropout(probability: probability), &index, at: element.range)
      case .unknown:
        forgetMap(at: element.range)
      }
    }
    warnIfNothingShrinks()
    warnIfNarrow()
  }

  // MARK: - Convolution

  private mutating func check(
    _ spec: ConvolutionSpec, _ index: inout Int, at range: SourceRange
  ) {
    if let stated = spec.statedInput, let channels, stated.value != channels {
      fail(
        .channelMismatch(
          stated: stated, carried: channels, source: channelSource,
          isImage: channelSource == self.spec.input?.range))
    }
    guard let channels else {
      slideUnknown(spec.window, setting: spec.outputChannels, at: range)
      return
    }
    let conv = Conv2d(
      inputChannels: channels, outputChannels: spec.outputChannels, kernel: spec.kernel,
      stride: spec.stride, padding: spec.padding, dilation: spec.dilation,
      groups: groups(of: spec, from: channels, at: range), bias: spec.bias)
    slide(conv, as: .convolution, at: range) { checker, input, output in
      guard
        checker.append(conv, at: .features(index), from: input, to: output, range: range)
      else { return }
      index += 1
      if conv.window.seesPaddingAlone, case .map(let map) = output {
        checker.warn(.paddingOverKernel(conv.window, output: map.plane, at: range))
      }
      checker.appendAfter(spec, &index, map: output, at: range)
    }
    self.channels = spec.outputChannels
    channelSource = range
  }

  /// The number of groups, which divides both channel counts; 1 after a finding that it does
  /// not divide them.
  private mutating func groups(
    of spec: ConvolutionSpec, from channels: Int, at range: SourceRange
  ) -> Int {
    let count = spec.groups.count(of: channels)
    guard channels.isMultiple(of: count), spec.outputChannels.isMultiple(of: count) else {
      fail(
        .unevenGroups(
          spec.groups, inputs: channels, outputs: spec.outputChannels, source: channelSource,
          at: spec.groupsRange ?? range))
      return 1
    }
    return count
  }

  private mutating func appendAfter(
    _ convolution: ConvolutionSpec, _ index: inout Int, map: Shape, at range: SourceRange
  ) {
    if convolution.batchNorm ?? spec.batchNorm {
      let norm = BatchNorm2d(channels: map.inputs)
      append(norm, at: .features(index), from: map, to: map, range: range)
      index += 1
    }
    guard let activation = (convolution.activation ?? spec.activation).function else { return }
    append(activation.operation, at: .features(index), from: map, to: map, range: range)
    index += 1
  }

  // MARK: - Pooling

  private mutating func check(
    _ pool: some GlobalPoolOperation, _ index: inout Int, at range: SourceRange
  ) {
    guard let map, let output = pool.output(for: .map(map)) else {
      if channels == nil { halt(at: range) }
      plane = PlaneSize(height: 1, width: 1)
      planeSource = range
      return
    }
    if !widenReceptiveField(pool, over: .map(map)) { receptiveField = nil }
    append(pool, at: .features(index), from: .map(map), to: output, range: range)
    index += 1
    plane = PlaneSize(height: 1, width: 1)
    planeSource = range
  }

  private mutating func check(
    _ pool: some WindowedOperation, _ index: inout Int, at range: SourceRange
  ) {
    guard channels != nil else {
      slideUnknown(pool.window, setting: nil, at: range)
      return
    }
    let isMaxPool = pool.kind.maxPool != nil
    if let plane, stop == nil {
      warnIfEdgeIsDropped(by: pool.window, isMaxPool: isMaxPool, plane, at: range)
    }
    let layer: MapTooSmall.Layer = isMaxPool ? .maxPooling : .averagePooling
    slide(pool, as: layer, at: range) { checker, input, output in
      checker.append(pool, at: .features(index), from: input, to: output, range: range)
      index += 1
    }
  }

  private mutating func warnIfEdgeIsDropped(
    by window: Window, isMaxPool: Bool, _ plane: PlaneSize, at range: SourceRange
  ) {
    guard let uncovered = window.uncovered(plane), let output = window.output(of: plane) else {
      return
    }
    warn(
      .poolDropsEdge(
        rows: uncovered.rows, columns: uncovered.columns, from: plane, to: output,
        roundingUp: window.roundingUp(isMaxPool ? .maxpool : .avgpool, keeping: plane), at: range))
  }

  private mutating func warnIfNothingShrinks() {
    guard stop == nil, !hasEnded, spec.averagePool == .none, spec.dense == nil,
      !spec.classifier.isEmpty, !spec.features.isEmpty
    else { return }
    let shrinks = spec.features.contains { element in
      switch element.value {
      case .maxPool, .averagePool, .globalPool, .unknown: true
      case .convolution(let convolution): convolution.stride != 1
      case .activation, .batchNorm, .localResponseNorm, .dropout: false
      }
    }
    if !shrinks { warn(.noPooling(at: spec.featuresRange.firstCharacter, map: map)) }
  }

  /// Reports the first convolution of one or two channels between wide ones.
  private mutating func warnIfNarrow() {
    var previous: ConvolutionSpec?
    var narrow: (spec: ConvolutionSpec, range: SourceRange)?
    for element in spec.features {
      guard case .convolution(let convolution) = element.value else { continue }
      let isWide = convolution.outputChannels >= Self.wide
      if let narrow, isWide {
        return warn(
          .narrowConvolution(
            channels: narrow.spec.outputChannels, next: convolution.outputChannels,
            at: narrow.range))
      }
      // A convolution that turns a colour image grey has a kernel of 1.
      let followsWide = previous.map { $0.outputChannels >= Self.wide } ?? (convolution.kernel != 1)
      let isNarrow = convolution.outputChannels <= Self.narrow && followsWide
      narrow = isNarrow ? (convolution, element.range) : nil
      previous = convolution
    }
  }

  private static let narrow = 2
  private static let wide = 16

  // MARK: - Shapes

  /// Moves a window over the map and, if it fits, passes the shapes before and after to `body`.
  ///
  /// - Parameter window: The place where the window's size is written, if that is not the layer's place.
  mutating func slide(
    _ operation: some WindowedOperation, as layer: MapTooSmall.Layer, at range: SourceRange,
    window: SourceRange? = nil,
    _ body: (inout GraphChecker, _ input: Shape, _ output: Shape) -> Void
  ) {
    guard let map else { return }
    let input = Shape.map(map)
    guard let output = operation.output(for: input), case .map(let next) = output else {
      // After a global pooling layer a larger image produces no larger map.
      let isFixed = spec.features.contains { $0.value.isGlobalPool && $0.range.start < range.start }
      let smallest = isFixed ? nil : WindowChains(spec)?.smallestSquareInput()
      fail(
        .mapTooSmall(
          layer, operation.window, over: map, smallest: smallest, input: spec.input,
          at: window ?? range))
      plane = nil
      return
    }
    guard isRepresentable(output), widenReceptiveField(operation, over: input) else {
      fail(.costOverflow(at: range))
      plane = nil
      return
    }
    body(&self, input, output)
    if next.plane != map.plane { planeSource = range }
    plane = next.plane
  }

  /// Skips a layer whose input channels are not known.
  private mutating func slideUnknown(
    _ window: Window, setting channels: Int?, at range: SourceRange
  ) {
    halt(at: range)
    plane = nil
    guard let channels else { return }
    self.channels = channels
    channelSource = range
  }

  private mutating func keepShape(
    _ operation: some LayerOperation, _ index: inout Int, at range: SourceRange
  ) {
    guard map != nil else { return }
    keepShape(operation, at: .features(index), range: range)
    index += 1
  }

  mutating func keepShape(
    _ operation: some LayerOperation, at position: LayerPosition, range: SourceRange
  ) {
    guard let map else { return }
    append(operation, at: position, from: .map(map), to: .map(map), range: range)
  }

  mutating func forgetMap(at range: SourceRange) {
    halt(at: range)
    channels = nil
    plane = nil
  }
}

extension FeatureElement {
  /// Whether it is a pooling layer of 1 x 1 with stride 1 that keeps the map's size.
  fileprivate var isPoolingWithoutEffect: Bool {
    switch self {
    case .maxPool(let pool): (pool.kernel, pool.stride, pool.padding) == (1, 1, 0)
    case .averagePool(let pool): (pool.kernel, pool.stride, pool.padding) == (1, 1, 0)
    case .convolution, .globalPool, .activation, .batchNorm, .localResponseNorm, .dropout, .unknown:
      false
    }
  }

  fileprivate var isPooling: Bool {
    switch self {
    case .maxPool, .averagePool: true
    case .convolution, .globalPool, .activation, .batchNorm, .localResponseNorm, .dropout, .unknown:
      false
    }
  }
}

extension FeatureElement {
  /// One max pooling layer equivalent to two, if no windows overlap or round; `nil` otherwise.
  fileprivate func joined(with next: FeatureElement) -> String? {
    guard case .maxPool(let first) = self, case .maxPool(let second) = next,
      first.isSideBySide, second.isSideBySide
    else { return nil }
    let joined = Sides(
      height: first.kernel.height * second.kernel.height,
      width: first.kernel.width * second.kernel.width)
    guard joined.both(LanguageBounds.kernel.contains) else { return nil }
    return "{maxpool: \(joined.yaml)}"
  }
}

extension MaxPoolSpec {
  fileprivate var isSideBySide: Bool { kernel == stride && padding == 0 && !ceil }
}

extension Window {
  /// Whether windows at the edges see only padding.
  fileprivate var seesPaddingAlone: Bool {
    rows.padding >= rows.extent || columns.padding >= columns.extent
  }

  /// A pooling layer of this window with its size rounded up, as the language writes it; `nil` if
  /// that would also leave out rows or columns.
  fileprivate func roundingUp(_ pool: FeatureHead, keeping plane: PlaneSize) -> String? {
    let rounded = Window(kernel: kernel, stride: stride, padding: padding, ceil: true)
    guard rounded.uncovered(plane) == nil else { return nil }
    let parts = [
      "\(pool.rawValue): \(kernel.yaml)", stride == kernel ? nil : "stride: \(stride.yaml)",
      padding == 0 ? nil : "padding: \(padding.yaml)", "ceil: true",
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }
}
