import Testing
import VGGCompute
import VGGGraph

@Suite struct BatchNormTests {
  /// The compute modules do not know the graph's layers, so both define the epsilon.
  @Test func theKernelsEpsilonIsTheLayers() {
    #expect(ChannelScale.epsilon == BatchNorm2d.epsilon)
  }
}
