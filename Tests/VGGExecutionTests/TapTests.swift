import Testing
import VGGExecution
import VGGGraph
import VGGTestSupport

/// The values of taps, which must be those of the layers themselves, even if the layers are fused without taps.
@Suite struct TapTests {
  /// Every layer of a network is tapped at once: each tap is compared with the network that ends there, in plain
  /// float64.
  @Test(arguments: 200..<212) func everyTapAgreesWithFloat64(_ seed: UInt64) throws {
    try expectTaps(of: RandomNetwork(seed: seed).configuration, seed: seed)
  }

  @Test(arguments: 200..<206) func tapsOfActivationsAgreeWithFloat64(_ seed: UInt64) throws {
    try expectTaps(of: RandomNetwork(seed: seed, of: .activations).configuration, seed: seed)
  }

  /// Only the image comes before the tap.
  @Test func theFlattenedImage() throws {
    try expectTaps(
      of: "input: [2, 3, 5]\nfeatures: [{dropout: 0.5}]\nclassifier: [linear: 3, relu]\n", seed: 1)
  }

  private func expectTaps(of configuration: String, seed: UInt64) throws {
    let (whole, tapped) = try tappingEverything(configuration)
    let weights = VariedWeights(seed: seed)
    let images = whole.images(3, seed: seed)
    let expected = try tapped.taps.map { tap in
      try ReferenceNetwork(cut(configuration, after: tap.name), weights: weights)
    }.map { network in images.map { network($0) } }
    let outputs = try ReferenceNetwork(whole, weights: weights)
    for options in ExecutionOptions.every(batches: [1, 3], threads: [2]) {
      let program = try Program(tapped, weights: weights, options: options)
      let some = Array(images.prefix(options.batch))
      let result = try program.runWithTaps(some.flatMap(\.self))
      let tolerance = options.isExact ? 5e-6 : 5e-5
      #expect(largestError(result.outputs, ofImages: some.map { outputs($0) }) < tolerance)
      #expect(result.taps.count == tapped.taps.count)
      for (tap, (values, expected)) in zip(tapped.taps, zip(result.taps, expected)) {
        let error = largestError(values, ofImages: Array(expected.prefix(some.count)))
        #expect(error < tolerance, "\(tap.name) \(options) \(configuration)")
      }
    }
  }

  /// The values are bit for bit those of the network that ends at the layer.
  @Test(arguments: [
    "input: [3, 21, 18]\nfeatures: [17, 16, M, 9, M]\nclassifier: {hidden: [6, 5], classes: 4}\n",
    "input: [3, 21, 18]\nbatch_norm: true\nfeatures: [8, M, {conv: 9, activation: elu}, LRN, M]\navgpool: 2\n"
      + "classifier: [linear: 7, batch_norm, relu, dropout: 0.5, linear: 4, softmax]\n",
  ])
  func equalsTheNetworkThatEndsThere(_ configuration: String) throws {
    let (_, everything) = try tappingEverything(configuration)
    let images = everything.images(2).flatMap(\.self)
    for isExact in [true, false] {
      let options = ExecutionOptions(batch: 2, threads: 1, isExact: isExact)
      for name in everything.taps.map(\.name) {
        let tapped = try graph("\(configuration)\ntaps: [\(name)]\n")
        let cut = try cut(configuration, after: name)
        let taps = try Program(tapped, weights: VariedWeights(), options: options)
          .runWithTaps(images).taps
        let outputs = try Program(cut, weights: VariedWeights(), options: options).run(images)
        #expect(outputs.elementsEqual(taps[0]) { $0.bitPattern == $1.bitPattern }, "\(name)")
      }
    }
  }

  /// Some values of the convolution itself are negative, although a ReLU follows.
  @Test func aConvolutionsValuesAreThoseBeforeItsReLU() throws {
    let tapped = try graph(
      "input: [3, 16, 16]\nfeatures: [8, M]\ntaps: [conv1_1, relu1_1]\nclassifier: none\n")
    let program = try Program(tapped, weights: VariedWeights(), options: .init(threads: 1))
    let taps = try program.runWithTaps(tapped.images(1)[0]).taps
    #expect(taps[0].contains { $0 < 0 })
    #expect(taps[1] == taps[0].map { max($0, 0) })
  }

  /// A batch that is not full, and runs without taps.
  @Test func fewerImagesAndNoTaps() throws {
    let tapped = try graph(
      "input: [3, 16, 16]\nfeatures: [8, M, 8]\ntaps: [conv1_1, pool1]\nclassifier: {hidden: [], classes: 3}\n"
    )
    let program = try Program(
      tapped, weights: VariedWeights(), options: .init(batch: 4, threads: 1))
    let images = tapped.images(4)
    let all = try program.runWithTaps(images.flatMap(\.self))
    #expect(try program.run(images.flatMap(\.self)) == all.outputs)
    let one = try program.runWithTaps(images[0])
    #expect(one.outputs == Array(all.outputs.prefix(3)))
    #expect(one.taps.map(\.count) == [8 * 16 * 16, 8 * 8 * 8])
    for (one, all) in zip(one.taps, all.taps) { #expect(one == Array(all.prefix(one.count))) }
    #expect(try program.trace(images[0]).map(\.layer).contains("features.0"))
  }

  /// The network, and the same network with all layers tapped that can be.
  private func tappingEverything(
    _ configuration: String
  ) throws -> (whole: ModelGraph, tapped: ModelGraph) {
    let whole = try graph(configuration)
    let names = whole.layers.filter { !$0.kind.isDropout }.map(\.name).dropLast()
    let taps = "\(configuration)\ntaps: [\(names.joined(separator: ", "))]\n"
    return (whole, try graph(taps))
  }

  private func cut(_ configuration: String, after layer: String) throws -> ModelGraph {
    try graph("\(configuration)\nmodels: {cut: {until: \(layer)}}\n")
  }
}
