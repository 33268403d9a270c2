import VGGDiagnostics
import VGGMarkup

extension English {
  package var stacksHeading: String { "Why small kernels, one after the other" }

  package var stackSights: String {
    """
    A value after two 3x3 convolutions sees 5x5 of what the first one took, and after three it
    sees 7x7, since each adds 2 to the view:
    """
  }

  package var stackReasons: String {
    """
    So two 3x3 layers see what one 5x5 layer sees, and three what one 7x7 sees. The paper's
    section 2.3 gives two reasons to prefer the stack: with a ReLU after each layer it can tell
    more apart, and it takes fewer weights. The weights, biases aside:
    """
  }

  package func stack(of count: Int, _ layers: [String], channels: Int) -> String {
    let word = count == 2 ? "two" : count == 3 ? "three" : grouped(count)
    let place =
      layers.isEmpty
      ? "not in this network; at its \(grouped(channels)) channels" : listing(layers)
    return "\(word) 3x3 (\(place)):"
  }

  package func oneKernel(_ side: Int) -> String { "one \(side)x\(side):" }

  package var stackGeneralCounts: String {
    """
    With C channels in and out, that is 2 * 9 * C^2 = 18 * C^2 against 25 * C^2, and 27 * C^2
    against 49 * C^2: the one 7x7 kernel would take 81% more weights.
    """
  }

  package func allStacks(notShown: Int) -> String {
    let rest = notShown > 0 ? " (\(counted(notShown, "more stack")) not shown)" : ""
    return """
      All stacks of this network, each against the one kernel that sees as much\(rest):
      """
  }

  package func layerRange(_ ends: [String]) -> String { ends.joined(separator: " to ") }

  package var stackColumns: StackColumns {
    .init(
      stack: "stack", sees: "sees", weights: "its weights", oneKernel: "one kernel", ratio: "ratio")
  }

  package func dearerStack(from first: String, to last: String) -> String {
    """
    The stack is not always the cheaper. \(first) to \(last) take
    more weights than one kernel would: the first layer turns few channels into many, on which
    the later ones work, while the one kernel would look at the few only.
    """
  }
}
