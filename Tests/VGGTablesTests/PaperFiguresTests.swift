import Testing
import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGTestSupport

@testable import VGGTables

/// The known figures from the paper, from torchvision, and from published receptive fields.
@Suite struct PaperFiguresTests {
  static let parameters: [(String, Int, String)] = [
    ("A", 132_863_336, "133"), ("A-LRN", 132_863_336, "133"), ("B", 133_047_848, "133"),
    ("C", 133_638_952, "134"), ("D", 138_357_544, "138"), ("E", 143_667_240, "144"),
    ("vgg11", 132_863_336, "133"), ("vgg13", 133_047_848, "133"), ("vgg16", 138_357_544, "138"),
    ("vgg19", 143_667_240, "144"), ("vgg11_bn", 132_868_840, "133"),
    ("vgg13_bn", 133_053_736, "133"), ("vgg16_bn", 138_365_992, "138"),
    ("vgg19_bn", 143_678_248, "144"),
  ]

  @Test(arguments: parameters) func parametersAreTorchvisions(
    _ name: String, _ count: Int, _ millions: String
  ) throws {
    let graph = try builtIn(name)
    #expect(graph.totals.parameters == count)
    #expect(ComparisonColumn.millions.cell(of: graph, in: English()) == millions)
  }

  @Test(arguments: [
    ("A", 7_609_090_048), ("A-LRN", 7_609_090_048), ("B", 11_308_466_176), ("D", 15_470_264_320),
    ("E", 19_632_062_464), ("vgg16_bn", 15_470_264_320),
  ]) func macs(_ name: String, _ count: Int) throws {
    #expect(try builtIn(name).totals.macs == count)
  }

  /// After each pooling layer: size, jump, padding.
  @Test(arguments: [
    ("D", [[6, 2, 2], [16, 4, 6], [44, 8, 18], [100, 16, 42], [212, 32, 90]]),
    ("A", [[4, 2, 1], [10, 4, 3], [30, 8, 11], [70, 16, 27], [150, 32, 59]]),
    ("B", [[6, 2, 2], [16, 4, 6], [36, 8, 14], [76, 16, 30], [156, 32, 62]]),
    ("C", [[6, 2, 2], [16, 4, 6], [36, 8, 14], [76, 16, 30], [156, 32, 62]]),
    ("E", [[6, 2, 2], [16, 4, 6], [52, 8, 22], [124, 16, 54], [268, 32, 118]]),
  ]) func receptiveFieldsAfterEachPool(_ name: String, _ expected: [[Int]]) throws {
    let fields = try builtIn(name).layers.filter { layer in
      if case .maxPool2d = layer.kind { true } else { false }
    }.compactMap(\.receptiveField)
    #expect(fields.map { [$0.rows.size, $0.rows.jump, $0.rows.padding] } == expected)
  }

  /// Image side, flattened size and parameters of D without adaptive pooling.
  @Test(arguments: [
    (32, 512, 37_694_248), (64, 2_048, 43_985_704), (224, 25_088, 138_357_544),
    (255, 25_088, 138_357_544), (256, 32_768, 169_814_824), (512, 131_072, 572_468_008),
  ]) func flattenedSizes(_ side: Int, _ flattened: Int, _ parameters: Int) throws {
    let rescaled = try #require(
      try builtIn("D").rescaled(to: PlaneSize(height: side, width: side)))
    #expect(rescaled.flattened == flattened)
    #expect(rescaled.parameters == parameters)
  }

  @Test func theSmallestInputs() throws {
    #expect(try builtIn("D").smallestSquareInput == 32)
    let custom = try graph(
      "input: [3, 32, 32]\nfeatures: [64, 64, 64, M, 128, 128, 128, M, 256, 256, 256, M]\n"
        + "classifier: {classes: 10}")
    #expect(custom.smallestSquareInput == 8)
    #expect(custom.sideFormulas?.rows == SideFormula(offset: 0, divisor: 8))
    #expect(custom.totals.flattened == 4_096)
  }
}
