import Testing
import VGGGraph
import VGGTestSupport
import VGGWeightFit
import VGGWeights

/// Tensors of random networks under other tools' names get torchvision's names back.
@Suite struct WeightNamesTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func wrappersAreTakenOffWhereverTheyAre(_ seed: UInt64) throws {
    let graph = try network(seed)
    var random = SeededGenerator(seed: seed)
    let wrapper = ["module", "_orig_mod"][random.int(0...1)]
    let place = random.int(0...2)
    let prefix = ["", "backbone.", "model.net.", "vgg."][random.int(0...3)]
    try expectSame(graph) { name in
      var words = name.split(separator: ".").map(String.init)
      words.insert(wrapper, at: place)
      return prefix + words.joined(separator: ".")
    }
  }

  /// The names that vggc itself shows for the layers.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func thePapersNamesAreKnown(_ seed: UInt64) throws {
    let graph = try network(seed)
    let names = Dictionary(
      zip(graph.layers.map(\.name), PaperNames(graph.layers).names)
    ) { first, _ in first }
    try expectSame(graph) { renamed($0, names) }
  }

  /// mmpretrain's names: a unit is a convolution, its batch normalisation and its ReLU, or anything else.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func mmpretrainsNamesAreKnown(_ seed: UInt64) throws {
    let graph = try network(seed)
    var names: [String: String] = [:]
    var unit = 0
    for layer in graph.layers {
      guard case .features = layer.position else { continue }
      switch layer.kind.paperName {
      case .convolution:
        names[layer.name] = "backbone.features.\(unit).conv"
        unit += 1
      case .afterConvolution("bn"): names[layer.name] = "backbone.features.\(unit - 1).bn"
      case .afterConvolution("relu"), .afterWeights("relu"): break
      case .pooling, .afterConvolution, .fullyConnected, .afterWeights, .only, .numbered: unit += 1
      }
    }
    try expectSame(graph) { renamed($0, names) }
  }

  /// A batch normalisation belongs to the convolution in its module, whatever the alphabetical order of the
  /// modules.
  @Test func aNormGoesWithItsConvolution() throws {
    let graph = try graph(
      "input: [3, 8, 8]\nbatch_norm: true\nfeatures: [8, 8, M]\nclassifier: {hidden: [], classes: 3}\n"
    )
    let names = [
      "features.0": "stem.conv", "features.1": "stem.bn", "features.3": "body.conv",
      "features.4": "body.bn", "classifier.0": "head",
    ]
    var random = SeededGenerator(seed: 0)
    try expectSame(graph, isDeclared: false, shuffled: &random) { renamed($0, names) }
  }

  /// The names only have numbers, which determine the order, in any order in the file.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func numbersShowTheOrder(_ seed: UInt64) throws {
    let graph = try network(seed)
    var random = SeededGenerator(seed: seed)
    var counts: [String: Int] = [:]
    let names = Dictionary(
      uniqueKeysWithValues: graph.layers.filter { !$0.stateTensors.isEmpty }.map { layer in
        let kind =
          layer.kind.linear != nil
          ? "dense" : layer.kind.operation.statisticCount > 0 ? "batch_norm" : "conv2d"
        defer { counts[kind, default: 0] += 1 }
        let number = counts[kind, default: 0]
        return (layer.name, number == 0 ? kind : "\(kind)_\(number)")
      })
    try expectSame(graph, isDeclared: false, shuffled: &random) { renamed($0, names) }
  }

  private func renamed(_ name: String, _ names: [String: String]) -> String {
    guard let dot = name.lastIndex(of: "."), let module = names[String(name[..<dot])] else {
      return name
    }
    return module + name[dot...]
  }

  private func network(_ seed: UInt64) throws -> ModelGraph {
    try graph(RandomNetwork(seed: seed).configuration)
  }

  private func expectSame(_ graph: ModelGraph, _ rename: (String) -> String) throws {
    var random = SeededGenerator(seed: 0)
    try expectSame(graph, isDeclared: true, shuffled: &random, rename)
  }

  private func expectSame(
    _ graph: ModelGraph, isDeclared: Bool, shuffled random: inout SeededGenerator,
    _ rename: (String) -> String
  ) throws {
    let needed = graph.tensorDescriptions
    var tensors = needed.map { TensorDescription(name: rename($0.name), shape: $0.shape) }
    if !isDeclared { tensors.shuffle(using: &random) }
    let names = WeightNames(tensors, isDeclared: isDeclared, for: needed)
    #expect(names.ambiguity == nil)
    #expect(
      names.tensors.map { "\($0.name) \($0.shape)" }.sorted()
        == needed.map { "\($0.name) \($0.shape)" }.sorted(), "\(tensors.map(\.name))")
    #expect(WeightFit(names, of: "w", for: graph).fits)
  }
}
