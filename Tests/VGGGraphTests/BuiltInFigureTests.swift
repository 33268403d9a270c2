import Testing
import VGGGraph
import VGGSpec
import VGGTestSupport

/// The figures of torchvision and the literature for the built-in configurations.
@Suite struct BuiltInFigureTests {
  /// torchvision's `sum(p.numel() for p in model.parameters())`, and the paper's C.
  @Test(arguments: [
    ("vgg11", 132_863_336), ("vgg13", 133_047_848), ("vgg16", 138_357_544), ("vgg19", 143_667_240),
    ("vgg11_bn", 132_868_840), ("vgg13_bn", 133_053_736), ("vgg16_bn", 138_365_992),
    ("vgg19_bn", 143_678_248), ("A", 132_863_336), ("A-LRN", 132_863_336), ("B", 133_047_848),
    ("C", 133_638_952), ("D", 138_357_544), ("E", 143_667_240),
  ])
  func parameters(name: String, count: Int) throws {
    #expect(try builtIn(name).totals.parameters == count)
  }

  @Test(arguments: [
    ("A", 7_609_090_048), ("B", 11_308_466_176), ("D", 15_470_264_320), ("E", 19_632_062_464),
  ])
  func macs(name: String, count: Int) throws {
    #expect(try builtIn(name).totals.macs == count)
  }

  private func numbers(_ field: ReceptiveField?) -> [Int] {
    field.map { [$0.rows.size, $0.rows.jump, $0.rows.padding] } ?? []
  }

  /// Receptive field size, jump and padding after each pooling layer.
  @Test(arguments: [
    ("D", [[6, 2, 2], [16, 4, 6], [44, 8, 18], [100, 16, 42], [212, 32, 90]])
  ])
  func receptiveFieldsAfterPools(name: String, fields: [[Int]]) throws {
    let pools = try builtIn(name).layers.filter { $0.kind.name == "max_pool2d" }
    #expect(pools.map { numbers($0.receptiveField) } == fields)
  }

  @Test(arguments: [
    ("A", [150, 32, 59]), ("B", [156, 32, 62]), ("C", [156, 32, 62]), ("D", [212, 32, 90]),
    ("E", [268, 32, 118]),
  ])
  func receptiveFieldAfterTheLastPool(name: String, field: [Int]) throws {
    let pool = try #require(try builtIn(name).layers.last { $0.kind.name == "max_pool2d" })
    #expect(numbers(pool.receptiveField) == field)
  }

  /// The first FC layer has 4,096 weights for each of its inputs; nothing else depends on the input
  /// size.
  @Test(arguments: [
    (32, 512, 37_694_248), (64, 2_048, 43_985_704), (224, 25_088, 138_357_544),
    (256, 32_768, 169_814_824),
    (512, 131_072, 572_468_008),
  ])
  func flattenedByInputSize(side: Int, flattened: Int, parameters: Int) throws {
    let graph = try builtIn("D", input: MapShape(channels: 3, height: side, width: side))
    #expect(graph.totals.flattened == flattened)
    #expect(graph.totals.parameters == parameters)
  }

  @Test func layerNamesAreTorchvisions() throws {
    let layers = try builtIn("D").layers
    #expect(layers.first?.name == "features.0")
    #expect(layers.map(\.name).contains("features.30"))
    #expect(
      layers.filter { $0.kind.group.isWeightLayer }.suffix(3).map(\.name) == [
        "classifier.0", "classifier.3", "classifier.6",
      ])
    #expect(
      PaperNames(layers).names.filter {
        $0.hasPrefix("conv") || $0.hasPrefix("fc") || $0.hasPrefix("pool")
      } == [
        "conv1_1", "conv1_2", "pool1", "conv2_1", "conv2_2", "pool2", "conv3_1", "conv3_2",
        "conv3_3", "pool3",
        "conv4_1", "conv4_2", "conv4_3", "pool4", "conv5_1", "conv5_2", "conv5_3", "pool5", "fc6",
        "fc7", "fc8",
      ])
  }

  @Test func everyPaperNameIsUnique() throws {
    let compilation = compile(
      "input: [3, 33, 33]\nfeatures: [8, LRN, LRN, {dropout: 0.1}, {dropout: 0.1}, M, M, {avgpool: 2}, 8]\n"
        + "batch_norm: true\nclassifier:\n  - dropout: 0.1\n  - relu\n  - linear: 4\n  - relu\n  - relu\n"
        + "  - softmax\n  - softmax\n")
    let names = PaperNames(try #require(compilation.graphs.first).layers).names
    #expect(Set(names).count == names.count, "\(names)")
  }
}
