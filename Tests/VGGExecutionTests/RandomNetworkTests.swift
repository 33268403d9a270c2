import Testing
import VGGExecution
import VGGGraph
import VGGTestSupport

/// Programs compared with plain loops in float64. The largest error measured is 2.2e-6 of the largest output,
/// with Winograd's algorithms and without.
@Suite struct RandomNetworkTests {
  @Test(arguments: 0..<48) func agreesWithFloat64(_ seed: UInt64) throws {
    try expectAgreement(
      RandomNetwork(seed: seed).configuration, seed: seed, batches: [1, 2, 3, 5])
  }

  /// The network ends at one of its layers, with a map or a vector.
  @Test(arguments: 100..<132) func endsAnywhere(_ seed: UInt64) throws {
    let whole = RandomNetwork(seed: seed).configuration
    var random = SeededGenerator(seed: seed)
    let layers = try graph(whole).layers.drop(while: \.kind.isDropout)
    let last = layers[random.int(layers.startIndex...layers.endIndex - 1)].name
    try expectAgreement(
      "\(whole)\nmodels: {cut: {until: \(last)}}\n", seed: seed, batches: [1, 3])
  }

  @Test(arguments: 0..<48) func activationsAgreeWithFloat64(_ seed: UInt64) throws {
    try expectAgreement(
      RandomNetwork(seed: seed, of: .activations).configuration, seed: seed, batches: [1, 3])
  }

  @Test(arguments: 0..<48) func denseFormsAgreeWithFloat64(_ seed: UInt64) throws {
    try expectAgreement(
      RandomNetwork(seed: seed, of: .dense).configuration, seed: seed, batches: [1, 3])
  }

  /// On a map of the window's size, the dense form has the flattened form's scores, with the same weights.
  @Test(arguments: [
    ExecutionOptions(), ExecutionOptions(batch: 3), ExecutionOptions(isExact: true),
  ])
  func oneDensePlaceIsTheFlattenedForm(_ options: ExecutionOptions) throws {
    let start =
      "input: [3, 30, 21]\nfeatures: [9, M, 35, M]\nclassifier: {hidden: [70, 41], classes: 19"
    let (flattened, dense) = (try graph("\(start)}\n"), try graph("\(start), dense: [7, 5]}\n"))
    let weights = VariedWeights(seed: 5)
    let images = flattened.images(options.batch, seed: 5).flatMap(\.self)
    let expected = try Program(flattened, weights: weights, options: options).run(images)
    let outputs = try Program(dense, weights: weights, options: options).run(images)
    #expect(largestError(outputs, expected.map(Double.init)) < 1e-5)
    #expect(Set(expected).count > 10)
  }

  /// More channels than one panel of any instruction set has, and sizes that are not multiples of a tile.
  @Test func wideLayersAgreeWithFloat64() throws {
    let configuration = """
      input: [3, 12, 9]
      features: [33, 48, M, 65, {conv: 40, padding: 2}, conv1-80, M]
      classifier: [linear: 130, relu, linear: 67]
      """
    try expectAgreement(configuration, seed: 1, batches: [1])
  }

  @Test(arguments: [1, 3, 4, 5, 17]) func anyNumberOfInputChannels(_ channels: Int) throws {
    for features in ["[9, M]", "[{conv: 6, kernel: 5, stride: 2}]", "[LRN, 8]", "[M, conv1-3]"] {
      let configuration = """
        input: [\(channels), 7, 9]
        features: \(features)
        classifier: {hidden: [], classes: 4}
        """
      try expectAgreement(configuration, seed: UInt64(channels), batches: [1, 2])
    }
  }

  @Test(arguments: [
    "[8, 8]", "[M]", "[conv1-5, LRN, {maxpool: 3, padding: 1, ceil: true}, 20]",
    "[{maxpool: 2, ceil: true}, 3]", "[{conv: 9, kernel: 5, padding: 2}, {avgpool: 1}]",
  ]) func mapsOfOnePixel(_ features: String) throws {
    let side = features == "[M]" ? 2 : 1
    let configuration = """
      input: [3, \(side), \(side)]
      features: \(features)
      classifier: {hidden: [6], classes: 4}
      """
    try expectAgreement(configuration, seed: 3, batches: [1, 3])
  }

  @Test(arguments: [
    "[dropout: 0.5]", "[relu]", "[softmax]", "[dropout: 0.1, relu, dropout: 0.2, softmax]",
    "[relu, relu]", "[linear: 3, dropout: 0.5]", "[dropout: 0.5, dropout: 0.5]",
  ]) func nothingButTheImage(_ classifier: String) throws {
    let configuration = """
      input: [2, 3, 5]
      features: [{dropout: 0.5}, {dropout: 0.25}]
      classifier: \(classifier)
      """
    try expectAgreement(configuration, seed: 5, batches: [1, 3])
  }

  private func expectAgreement(_ configuration: String, seed: UInt64, batches: [Int]) throws {
    let graph = try graph(configuration)
    let weights = VariedWeights(seed: seed)
    let reference = try ReferenceNetwork(graph, weights: weights)
    let images = graph.images(batches.max() ?? 0, seed: seed)
    let expected = images.map { reference($0) }
    for options in ExecutionOptions.every(batches: batches, threads: [1, 2]) {
      let program = try Program(graph, weights: weights, options: options)
      let outputs = try program.run(images.prefix(options.batch).flatMap(\.self))
      let error = largestError(outputs, ofImages: Array(expected.prefix(options.batch)))
      #expect(error < (options.isExact ? 5e-6 : 5e-5), "\(options) \(configuration)")
    }
  }
}
