import Testing
import VGGEmitters
import VGGGraph
import VGGTables
import VGGTestSupport

/// Checks that every backend either includes a network's taps in its output, or ignores them for a stated
/// reason.
@Suite struct BackendTapTests {
  private static let configuration = """
    input: [3, 12, 10]
    features: [6, M, 5]
    avgpool: 2
    classifier: [linear: 4, relu, linear: 3]
    """

  /// The backends whose output stays identical.
  private static let withoutTaps = [
    "weights": "a tapped network has the weights that it has without taps",
    "execution": "the last output is the same; the taps are asked for apart",
    "training": "the loss is of the last output alone",
  ]

  @Test(arguments: Backend.all) func backendsKnowTaps(_ backend: Backend) throws {
    let plain = try graph(Self.configuration)
    // No activation works in place after a tapped convolution.
    let tapped = try graph(Self.configuration + "\ntaps: [conv2_1, fc3]\n")
    let isSeen = try backend.output(plain) != backend.output(tapped)
    #expect(isSeen == (Self.withoutTaps[backend.name] == nil))
  }

  /// A training project is the same with and without taps; a diff reports them.
  @Test func projectsAndDifferences() throws {
    let plain = try graph(Self.configuration)
    let tapped = try graph(Self.configuration + "\ntaps: [conv2_1, fc3]\n")
    let provenance = Provenance(version: "0", source: "test.yaml", sha256: "0")
    #expect(
      try emitTraining(NamedNetwork(tapped), provenance)
        == emitTraining(NamedNetwork(plain), provenance))
    let text = DifferenceReport(from: [plain], to: [tapped]).text(width: 200)
    #expect(text.contains("taps: none -> conv2_1, fc3"))
    #expect(!DifferenceReport(from: [tapped], to: [tapped]).text(width: 200).contains("taps"))
  }

  @Test func everyExceptionIsABackend() {
    #expect(Set(Backend.all.map(\.name)).isSuperset(of: Self.withoutTaps.keys))
  }
}
