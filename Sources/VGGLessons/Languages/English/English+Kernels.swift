import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func kernelsTitle(_ graph: ModelGraph) -> String {
    "\(printable(graph.name)): stacks of 3x3 against larger kernels"
  }

  package func kernelsIntroduction(_ place: MapShape) -> String {
    """
    On the map of this network's last convolution, \(place), with as many channels out as in: the
    larger kernel, and the stack of 3x3 convolutions that sees as much. Each row is a network that
    was compiled and checked; nothing is estimated.
    """
  }

  package var kernelColumns: KernelColumns {
    .init(
      layers: "layers", network: "network", sees: "sees", weights: "weights", inSquares: "in C^2",
      ratio: "ratio", macs: "MACs", activations: "ReLU")
  }

  package var kernelColumnsMeaning: String {
    """
    Weights leave biases out; in C^2 divides them by the square of the channels: three 3x3 take
    3 * 9 = 27 where one 7x7 takes 49. Every convolution is followed by a ReLU, so a stack is
    non-linear as many times as it has layers, and the one kernel once.
    """
  }

  package func threeByThree(_ count: Int) -> String { "\(count) of 3x3" }

  package func largeKernel(_ side: Int) -> String { "1 of \(side)x\(side)" }

  package var wholeNetworkHeading: String { "The whole network" }

  package var wholeNetworkMeaning: String {
    """
    The same configuration with its 3x3 convolutions changed: each run of them between two other
    layers as the one convolution that sees as much, or each of them with a larger kernel. Maps keep
    their sizes, so the classifier is the same; weights and MACs are those of the convolutions.
    """
  }

  package var asConfigured: String { "as configured" }

  package func name(of variant: KernelVariant) -> String {
    switch variant {
    case .stacksAsOne: "each stack as one"
    case .kernel(let side): "\(side)x\(side) for each 3x3"
    }
  }

  package var paperOnKernels: String {
    """
    The paper tried it (section 4.1): configuration B with each pair of 3x3 convolutions replaced by
    one 5x5 had a top-1 error 7% higher on a centre crop, at the same receptive field.
    """
  }
}
