import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func kernelsTitle(_ graph: ModelGraph) -> String {
    "\(printable(graph.name)): stacks of 3x3 against larger kernels"
  }

  package func kernelsIntroduction(_ place: MapShape) -> String {
    """
    Larger kernels and the stacks of 3x3 convolutions that see as much, on the map of this network's
    last convolution, \(place), with as many output channels as input channels. Each row is a network
    that was compiled and checked; nothing is estimated.
    """
  }

  package func threeByThree(_ count: Int) -> String { "\(count) of 3x3" }

  package func largeKernel(_ side: Int) -> String { "1 of \(side)x\(side)" }

  package func name(of variant: KernelVariant) -> String {
    switch variant {
    case .stacksAsOne: "each stack as one"
    case .kernel(let side): "\(side)x\(side) for each 3x3"
    }
  }
}
