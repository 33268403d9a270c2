import VGGCompute
import VGGExecution
import VGGGraph
import VGGTraining
import VGGWeights

/// A network that is planned once and looked into often: the values of chosen layers, and the reasons for an answer.
///
/// The values come from the program that `vgg predict` runs. Only the layers after the explained one are run a second
/// time, forwards and backwards.
package struct Insight {
  package let graph: ModelGraph
  /// The layers whose values are reported, in order.
  package let layers: [ChosenLayer]
  /// The layer whose map explains answers; `nil` if only values are wanted.
  package let explained: ChosenLayer?
  private let program: Program
  private let scores: ScoreGradient?
  /// The number of each layer's tap, by the layer's index.
  private let taps: [Int: Int]

  /// - Throws: `InsightError` for a class of a network without classes; `ComputeError` when the network is too large for
  ///   this machine; `WeightError` when a tensor is missing or has a different shape.
  package init(
    _ graph: ModelGraph, layers: [ChosenLayer], explaining explained: ChosenLayer?,
    weights: some WeightSource, options: ExecutionOptions = .init(),
    cache: PackedWeightsCache? = nil
  ) throws {
    self.graph = graph
    self.layers = layers
    self.explained = explained
    let output = graph.layers.lastIndex { !$0.kind.isDropout }
    var taps: [Int: Int] = [:]
    for index in (layers + [explained].compactMap(\.self)).compactMap(\.index)
    where index != output && taps[index] == nil {
      taps[index] = taps.count
    }
    self.taps = taps
    let tapped = graph.tapping(taps.sorted { $0.value < $1.value }.map(\.key))
    if explained != nil { try graph.requireClasses() }
    program = try Program(tapped, weights: weights, options: options, cache: cache)
    scores = try explained.map { layer in
      try ScoreGradient(
        graph, after: layer.index, weights: weights, threads: options.threads,
        isExact: options.isExact, instructionSet: options.instructionSet)
    }
  }

  /// The network's output for `image`, and the values of ``layers``.
  package func values(of image: [Float]) throws -> (output: [Float], layers: [LayerValues]) {
    let run = try run(image)
    return (run.output, try layers.map { try values(of: $0, in: run) })
  }

  /// The reason for the class that `choose` chooses from the scores, and the scores.
  ///
  /// - Precondition: There is an explained layer.
  package func explanation(
    of image: [Float], for choose: ([Float]) throws -> Int
  ) throws -> (scores: [Float], map: ClassActivationMap) {
    guard let explained, let scores else { preconditionFailure("no layer is explained") }
    try requireFinite(image, .input)
    let values =
      try explained.index.flatMap { taps[$0] }.map { tap in
        try program.taps(of: image, through: tap)[tap]
      } ?? image
    return try explanation(LayerValues(explained, values), by: scores, for: choose)
  }

  /// Everything at once: the output, the values of ``layers``, and the reason for a class.
  ///
  /// - Precondition: There is an explained layer.
  package func look(
    at image: [Float], for choose: ([Float]) throws -> Int
  ) throws -> (output: [Float], layers: [LayerValues], map: ClassActivationMap) {
    guard let explained, let scores else { preconditionFailure("no layer is explained") }
    let run = try run(image)
    let layers = try layers.map { try values(of: $0, in: run) }
    let (_, map) = try explanation(try values(of: explained, in: run), by: scores, for: choose)
    return (run.output, layers, map)
  }

  private func explanation(
    _ values: LayerValues, by scores: ScoreGradient, for choose: ([Float]) throws -> Int
  ) throws -> (scores: [Float], map: ClassActivationMap) {
    var chosen = 0
    let (numbers, gradient) = try scores(values.values) { numbers in
      try requireFinite(numbers, .output)
      chosen = try choose(numbers)
      return chosen
    }
    return (numbers, try ClassActivationMap(values, gradient: gradient, of: chosen))
  }

  // MARK: - Runs

  private struct Run {
    let image: [Float]
    let output: [Float]
    let taps: [[Float]]
  }

  private func run(_ image: [Float]) throws -> Run {
    try requireFinite(image, .input)
    let (output, taps) = try program.runWithTaps(image)
    return Run(image: image, output: output, taps: taps)
  }

  private func values(of layer: ChosenLayer, in run: Run) throws(InsightError) -> LayerValues {
    let values = layer.index.map { index in taps[index].map { run.taps[$0] } ?? run.output }
    return try LayerValues(layer, values ?? run.image)
  }
}

/// Throws if a value is infinite or not a number.
func requireFinite(_ values: [Float], _ what: NotFiniteValues) throws(InsightError) {
  guard values.allSatisfy(\.isFinite) else { throw .notFinite(what) }
}

extension ModelGraph {
  /// Throws unless the network has scores, whose gradients exist.
  package func requireClasses() throws(InsightError) {
    guard outcome != .features else { throw .noClasses(model: name, output: "\(output)") }
    let last = layers.lastIndex { !$0.kind.isDropout } ?? 0
    if let inner = layers[..<last].first(where: { $0.kind.isSoftmax }) {
      throw .softmaxInside(layer: inner.name)
    }
  }
}

extension [Float] {
  /// The index of the largest value, the first of equals.
  package var indexOfLargest: Int { indices.max { (self[$0], $1) < (self[$1], $0) } ?? 0 }
}
