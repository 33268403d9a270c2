import VGGDiagnostics
import VGGMarkup

extension English {
  package func stack(of count: Int, _ layers: [String], channels: Int) -> String {
    let word = count == 2 ? "two" : count == 3 ? "three" : grouped(count)
    let place =
      layers.isEmpty
      ? "not in this network; with its \(grouped(channels)) channels" : listing(layers)
    return "\(word) 3x3 (\(place)):"
  }

  package func oneKernel(_ side: Int) -> String { "one \(side)x\(side):" }

  package func allStacks(notShown: Int) -> String {
    let rest = notShown > 0 ? " (\(counted(notShown, "more stack")) not shown)" : ""
    return """
      All stacks of this network, each compared with the single kernel that sees as much\(rest):
      """
  }

  package func layerRange(_ ends: [String]) -> String { ends.joined(separator: " to ") }

  package func stackWithMoreWeights(from first: String, to last: String) -> String {
    """
    A stack is not always cheaper. \(first) to \(last) have
    more weights than one kernel would: the first layer turns few channels into many, which
    the later layers take as input, while a single kernel would read only those few.
    """
  }
}
