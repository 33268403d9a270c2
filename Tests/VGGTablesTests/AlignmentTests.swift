import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGTables

@Suite struct AlignmentTests {
  /// The alignment of two feature lists without their ReLU and classifier, one character per
  /// element: `=` the same, `~` other numbers, `-` removed, `+` new.
  @Test(arguments: [
    ("64, M, 128, M", "64, M, 128, M", "===="),
    ("64, M, 128, M", "64, 64, M, 128, M", "=+==="),
    ("64, 64, M, 128, 128, 128, M", "64, 64, M, 128, 128, M", "=====-="),
    ("64, M, 128, M", "96, M, 128, M", "~==="),
    ("64, conv1-64, M", "64, 64, M", "=~="),
    ("64, M, 128", "64, {avgpool: 2}, 128", "=-+="),
    ("64, 64, M, 128, M, 256, M", "64, M, 128, M, 256, M", "=-====="),
    ("64, M, 128, 128, M, 256, 256, M", "64, M, 128, 128, 128, M, 256, 256, 256, M", "====+===+="),
  ]) func pairsSoThatLittleChanges(_ old: String, _ new: String, _ signs: String) throws {
    let (olds, news) = (try identities(old), try identities(new))
    let found = alignLayers(olds, news).map { place in
      switch place {
      case .both(let i, let j): olds[i] == news[j] ? "=" : "~"
      case .removed: "-"
      case .added: "+"
      }
    }
    #expect(found.joined() == signs)
  }

  /// Every layer of both lists appears once, in order.
  @Test(arguments: 0..<UInt64(200)) func everyLayerHasOnePlace(_ seed: UInt64) throws {
    let (old, new) = (RandomNetwork(seed: seed), RandomNetwork(seed: seed + 1_000))
    let olds = try graph(old.configuration).layers.map(LayerIdentity.init)
    let news = try graph(new.configuration).layers.map(LayerIdentity.init)
    var (i, j) = (0, 0)
    for place in alignLayers(olds, news) {
      switch place {
      case .both(let one, let other):
        #expect(one == i && other == j)
        #expect(olds[one].operation == news[other].operation)
        (i, j) = (i + 1, j + 1)
      case .removed(let one):
        #expect(one == i)
        i += 1
      case .added(let other):
        #expect(other == j)
        j += 1
      }
    }
    #expect(i == olds.count && j == news.count)
  }

  /// A million layers that all differ are not compared pairwise.
  @Test func longListsEndSoon() throws {
    let layers = try builtIn("D").layers
    let conv = LayerIdentity(layers[0])
    let relu = LayerIdentity(layers[1])
    let places = alignLayers(
      Array(repeating: conv, count: 100_000), Array(repeating: relu, count: 100_000))
    #expect(places.count == 200_000)
  }

  private func identities(_ features: String) throws -> [LayerIdentity] {
    try graph("input: [3, 64, 64]\nfeatures: [\(features)]\nclassifier: {classes: 2}").layers
      .filter { layer in
        guard case .features = layer.position else { return false }
        return !layer.kind.isReLU
      }
      .map(LayerIdentity.init)
  }
}
