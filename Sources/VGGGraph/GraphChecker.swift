import VGGDiagnostics
import VGGFindings
import VGGSpec

/// Walks a spec from the image to the scores, layer by layer.
///
/// Values that are unknown after an error are forgotten, and checks that depend on them are skipped silently,
/// so that one mistake causes one error.
struct GraphChecker {
  let spec: ModelSpec
  private let earlier: [Diagnostic]
  var diagnostics: [Diagnostic] = []

  /// The layers up to the first error.
  private(set) var layers: [Layer] = []
  /// The first error in the order of the layers.
  private(set) var stop: Diagnostic?

  /// The known sizes of the next layer's input map.
  var channels: Int?
  var plane: PlaneSize?
  /// The length of the next layer's input vector, once the map has been flattened.
  var count: Int?
  var receptiveField: ReceptiveField? = .pixel

  /// The layer that last set the channels, and the one that last changed height and width.
  var channelSource: SourceRange?
  var planeSource: SourceRange?

  private var namer = PaperNamer()
  /// Whether the layer that `until` names has been added.
  private(set) var hasEnded = false
  /// Whether the configuration lists further layers after that one.
  private var isCutOff = false

  init(_ spec: ModelSpec, earlier: [Diagnostic]) {
    self.spec = spec
    self.earlier = earlier
  }

  mutating func run() -> CheckOutcome {
    start()
    checkFeatures()
    checkAveragePool()
    checkFlatten()
    checkClassifier()
    checkEnd()
    let taps = checkTaps()
    let preprocessing = checkPreprocess()
    let totals = checkTotals(with: taps)
    checkLabels()
    guard let totals, let input = spec.input, stop == nil, !diagnostics.hasErrors,
      !earlier.hasErrors
    else { return stopped() }
    checkProportions(totals)
    checkScores()
    let graph = ModelGraph(
      name: spec.name.value, input: input.value, layers: layers, totals: totals,
      preprocessing: preprocessing, augmentation: Augmentation(spec.augment),
      training: TrainingRecipe(spec.training), labels: hasClasses ? spec.labels?.value : nil,
      labelsRange: hasClasses ? spec.labels?.range : nil, isCutOff: isCutOff,
      taps: taps)
    return CheckOutcome(model: .graph(graph), diagnostics: diagnostics)
  }

  private func stopped() -> CheckOutcome {
    let errors = (earlier + diagnostics).inSourceOrder.filter { $0.severity == .error }
    guard let reason = stop ?? errors.first else {
      preconditionFailure("a model without an error did not become a graph")
    }
    let trace = LayerTrace(
      name: spec.name.value, input: spec.input?.value, layers: layers, stop: reason)
    return CheckOutcome(model: .stopped(trace), diagnostics: diagnostics)
  }

  // MARK: - The input

  private mutating func start() {
    guard let input = spec.input else {
      halt(at: nil)
      return
    }
    guard isRepresentable(.map(input.value)) else {
      fail(.inputOverflow(input.value, at: input.range))
      return
    }
    channels = input.value.channels
    plane = PlaneSize(height: input.value.height, width: input.value.width)
    channelSource = input.range
    planeSource = input.range
  }

  // MARK: - Reporting

  /// Records an error at a layer; the trace ends before it.
  mutating func fail(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if stop == nil { stop = diagnostic }
  }

  mutating func warn(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Ends the trace at a place where resolving has already reported an error.
  mutating func halt(at range: SourceRange?) {
    guard stop == nil else { return }
    let errors = earlier.inSourceOrder.filter { $0.severity == .error }
    stop = errors.first { range.map($0.range.liesWithin) ?? false } ?? errors.first
  }

  // MARK: - Layers

  /// The next layer's input map, if all of it is known.
  var map: MapShape? {
    guard let channels, let plane else { return nil }
    return MapShape(channels: channels, height: plane.height, width: plane.width)
  }

  /// Adds a layer to the trace, unless an error has ended it, with the costs that follow from its kind.
  ///
  /// - Returns: Whether the costs can be counted; if not, that is reported.
  @discardableResult
  mutating func append(
    _ operation: some LayerOperation, at position: LayerPosition, from input: Shape,
    to output: Shape, range: SourceRange
  ) -> Bool {
    guard !hasEnded else {
      isCutOff = true
      return true
    }
    guard let parameters = operation.parameterCount, let macs = operation.macs(for: output) else {
      fail(.costOverflow(at: range))
      return false
    }
    guard stop == nil else { return true }
    layers.append(
      Layer(
        kind: operation.kind, position: position, input: input, output: output,
        parameters: parameters,
        macs: macs, receptiveField: receptiveField, range: range))
    if let until = spec.until?.value, stop == nil {
      hasEnded = namer.name(of: operation.kind) == until || position.description == until
    }
    return true
  }

  /// Whether the outputs are a classifier's.
  var hasClasses: Bool { count != nil && !isCutOff }

  /// Leaves out the layers after the one that `until` names.
  mutating func cutOff() { isCutOff = true }

  /// All layers that the configuration lists, including those after the end, up to the first error.
  var listedLayers: [Layer] {
    var whole = spec
    whole.until = nil
    whole.taps = []
    var checker = GraphChecker(whole, earlier: earlier)
    _ = checker.run()
    return checker.layers
  }

  private mutating func checkEnd() {
    if let until = spec.until, !hasEnded {
      // After an error the next layers are not known.
      guard stop == nil else { return }
      let names = PaperNames(layers).names
      fail(.noSuchEnd(until, names: names + layers.map(\.name), last: names.last))
    } else if let until = spec.until {
      let keys: [(ModelKey, isReached: Bool)] = [
        (.avgpool, layers.contains { $0.position == .avgpool }),
        (.classifier, spec.classifier.isEmpty || layers.contains { $0.position.isClassifier }),
        (.labels, hasClasses),
      ]
      for (key, isReached) in keys where !isReached {
        if key == .avgpool, spec.averagePool == .none || spec.dense != nil { continue }
        if let place = spec.ownKeys[key] { fail(.notReached(key, until: until, at: place)) }
      }
    } else if spec.classifier.isEmpty, let labels = spec.ownKeys[.labels] {
      fail(.labelsWithoutClasses(classifier: spec.classifierRange, at: labels))
    }
    // Dropout does nothing after training.
    if stop == nil, layers.allSatisfy(\.kind.isDropout) {
      fail(.nothingComputed(at: spec.featuresRange.firstCharacter))
    }
  }

  /// Follows a layer's effect on the receptive field.
  ///
  /// - Returns: Whether its numbers fit 64 bits; if not, nothing is changed.
  mutating func widenReceptiveField(_ operation: some LayerOperation, over input: Shape) -> Bool {
    switch operation.receptiveFieldEffect(on: input) {
    case .keeps: return true
    case .endsIt: receptiveField = nil
    case .slides(let window):
      guard let field = receptiveField else { return true }
      guard let next = field.after(window) else { return false }
      receptiveField = next
    }
    return true
  }

  /// Whether a tensor's size in bytes fits 64 bits.
  func isRepresentable(_ shape: Shape) -> Bool {
    shape.checkedElementCount.flatMap { checkedProduct($0, MemoryLayout<Float>.size) } != nil
  }
}

extension SourceRange {
  fileprivate func liesWithin(_ other: SourceRange) -> Bool {
    source == other.source && start >= other.start && end <= other.end
  }
}
