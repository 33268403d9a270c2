import VGGDiagnostics
import VGGSpec

/// Windows that follow each other, along one axis.
package struct WindowChain: Hashable, Sendable {
  private let windows: [WindowAxis]

  package init(_ windows: [WindowAxis]) {
    self.windows = windows
  }

  /// The rows (or columns) after the last window; `nil` when a window does not fit.
  package func outputSize(_ size: Int) -> Int? {
    windows.reduce(Int?.some(size)) { size, window in size.flatMap(window.outputSize) }
  }

  /// The smallest input with at least `output` rows (or columns) after the last window; `nil` when no
  /// image that the language allows is as large.
  ///
  /// It goes from the last window to the first, asking each how much it needs for what the next one
  /// needs.
  package func smallestInput(forOutput output: Int = 1) -> Int? {
    windows.reversed().reduce(Int?.some(output)) { needed, window in
      needed.flatMap(window.smallestInput(forOutput:))
    }
  }

  /// The image sides in the language's bounds with exactly `output` rows (or columns) after the last
  /// window; `nil` when there are none.
  ///
  /// A larger image never has a smaller map, so the sides are a range, and its ends are found by
  /// halving.
  package func inputs(forOutput output: Int) -> ClosedRange<Int>? {
    // Windows that keep every size take time in each step of the search and change nothing.
    let chain = WindowChain(windows.filter { !$0.keepsSize })
    let first = firstSide { (chain.outputSize($0) ?? 0) >= output }
    let next = firstSide { (chain.outputSize($0) ?? 0) > output }
    guard let first, chain.outputSize(first) == output else { return nil }
    return first...((next ?? LanguageBounds.imageSide.upperBound + 1) - 1)
  }

  /// The first window that does not fit an input of `size` rows (or columns): its index, and the size
  /// that reaches it.
  package func firstOversized(_ size: Int) -> (index: Int, size: Int)? {
    var size = size
    for (index, window) in windows.enumerated() {
      guard let next = window.outputSize(size) else { return (index, size) }
      size = next
    }
    return nil
  }

  /// The output's size in one closed formula; `nil` when no formula of that form has the windows' own
  /// results.
  ///
  /// The formula is compared with them from the smallest input on, over two of its periods and up to
  /// twice `size` beyond, where that is feasible.
  package func formula(upTo size: Int) -> SideFormula? {
    let windows = windows.filter { !$0.keepsSize }
    guard let formula = SideFormula(windows), let smallest = smallestInput() else { return nil }
    let wanted = 2 * max(min(formula.divisor, Self.sidesTried), size)
    let feasible = Self.windowsTried / max(windows.count, 1)
    let chain = WindowChain(windows)
    for side in smallest...(smallest + min(wanted, feasible, Self.sidesTried)) {
      guard formula(side) == chain.outputSize(side) else { return nil }
    }
    return formula
  }

  private static let sidesTried = 4_096
  private static let windowsTried = 4_000_000
}

/// The smallest image side for which a condition holds that, once true, stays true.
private func firstSide(where holds: (Int) -> Bool) -> Int? {
  var low = LanguageBounds.imageSide.lowerBound
  var high = LanguageBounds.imageSide.upperBound
  guard holds(high) else { return nil }
  while low < high {
    let middle = (low + high) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

// MARK: - Chains of networks

extension WindowChain {
  /// The windows of feature layers up to a global pooling, along either axis of square images; `nil` when a
  /// layer is not known.
  package init?(_ features: [Spanned<FeatureElement>]) {
    guard features.allSatisfy({ $0.value != .unknown }) else { return nil }
    self.init(features.prefix { !$0.value.isGlobalPool }.compactMap(\.value.window?.rows))
  }
}

extension ModelGraph {
  /// The windows of the layers before any adaptive or global pooling, along either axis of square images.
  package var windows: WindowChain {
    WindowChain(
      layers.prefix { !$0.kind.operation.fixesSize }.compactMap(\.kind.window?.rows))
  }

  /// The smallest square image that every feature layer can take, in pixels along one side.
  package var smallestSquareInput: Int {
    // The network's own image passes all of its windows.
    windows.smallestInput() ?? min(input.height, input.width)
  }

  /// The side of the map before any adaptive pooling as a function of the image's, in one closed
  /// formula; `nil` when no formula of that form has the layers' own results.
  package var sideFormula: SideFormula? {
    windows.formula(upTo: max(input.height, input.width))
  }
}
