import Testing
import VGGCompute
import VGGGraph

@Suite struct BatchNormTests {
  /// The modules that compute do not know the graph's layers, so that both say it.
  @Test func theKernelsEpsilonIsTheLayers() {
    #expect(ChannelScale.epsilon == BatchNorm2d.epsilon)
  }
}
