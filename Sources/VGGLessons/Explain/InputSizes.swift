import VGGGraph
import VGGSpec

/// The image sizes that a network's lesson compares.
package struct InputSizes {
  let graph: ModelGraph

  /// The network's own size.
  var own: PlaneSize { PlaneSize(height: graph.input.height, width: graph.input.width) }

  /// The square sizes from `sides`, the smallest valid size and the network's own, ordered by area.
  func sizes(from sides: [Int]) -> [PlaneSize] {
    let smallest = graph.smallestSquareInput
    var sizes = Set((sides + [smallest]).filter { $0 >= smallest }.map(PlaneSize.init(side:)))
    sizes.insert(own)
    return sizes.sorted { ($0.height * $0.width, $0.height) < ($1.height * $1.width, $1.height) }
  }

  /// The range of sides around `side` for which square images have the same map size; `nil` if `side` is
  /// too small.
  package func sidesWithSameMap(as side: Int) -> ClosedRange<Int>? {
    let windows = graph.windows
    return windows.output(of: PlaneSize(side: side)).flatMap { windows.squareInputs(forOutput: $0) }
  }

  package init(_ graph: ModelGraph) {
    self.graph = graph
  }
}

extension PlaneSize {
  init(side: Int) {
    self.init(height: side, width: side)
  }
}

extension ModelGraph {
  /// The first fully connected layer.
  package var firstLinear: Linear? {
    for layer in layers {
      if let linear = layer.kind.linear { return linear }
    }
    return nil
  }

  /// The network's parameter count if its first fully connected layer had `inputs` inputs; `nil` if it
  /// does not fit in 64 bits.
  func parameters(withFlattened inputs: Int) -> Int? {
    guard let firstLinear, let own = firstLinear.parameterCount else { return totals.parameters }
    return firstLinear.taking(inputs: inputs).parameterCount.flatMap {
      checkedSum(totals.parameters - own, $0)
    }
  }
}
