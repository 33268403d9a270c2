import VGGDiagnostics
import VGGSpec

/// Consecutive windows along one axis.
package struct WindowChain: Hashable, Sendable {
  private let windows: [WindowAxis]

  package init(_ windows: [WindowAxis]) {
    self.windows = windows
  }

  /// The rows (or columns) after the last window; `nil` if a window does not fit.
  package func outputSize(_ size: Int) -> Int? { outputSize(size, after: windows.count) }

  /// The rows (or columns) after the first `count` windows; `nil` if one of them does not fit.
  fileprivate func outputSize(_ size: Int, after count: Int) -> Int? {
    windows.prefix(count).reduce(Int?.some(size)) { size, window in size.flatMap(window.outputSize)
    }
  }

  /// The smallest input with at least `output` rows (or columns) after the last window; `nil` if the
  /// language allows no image that large.
  ///
  /// It goes from the last window to the first and determines the input that each needs for the next
  /// one's input.
  package func smallestInput(forOutput output: Int = 1) -> Int? {
    windows.reversed().reduce(Int?.some(output)) { needed, window in
      needed.flatMap(window.smallestInput(forOutput:))
    }
  }

  /// The image sides in the language's bounds with exactly `output` rows (or columns) after the last
  /// window; `nil` if there are none.
  ///
  /// A larger image never has a smaller map, so the sides form a range, and its ends are found by
  /// bisection.
  package func inputs(forOutput output: Int) -> ClosedRange<Int>? {
    let chain = withoutKept
    return sides(with: output) { chain.outputSize($0) }
  }

  /// The chain without windows that keep every size, which take time in each step of a search and
  /// change nothing.
  fileprivate var withoutKept: WindowChain { WindowChain(windows.filter { !$0.keepsSize }) }

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

  /// The output's size in one closed formula; `nil` if no formula of that form has the windows' own
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

/// The image sides in the language's bounds for which a non-decreasing measure is exactly `wanted`;
/// `nil` if there are none.
private func sides(with wanted: Int, _ measure: (Int) -> Int?) -> ClosedRange<Int>? {
  let first = firstSide { (measure($0) ?? 0) >= wanted }
  let next = firstSide { (measure($0) ?? 0) > wanted }
  guard let first, measure(first) == wanted else { return nil }
  return first...((next ?? LanguageBounds.imageSide.upperBound + 1) - 1)
}

/// The smallest image side that satisfies a condition that, once true, stays true.
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

// MARK: - Both axes

/// The windows of a network along the rows and along the columns.
package struct WindowChains: Hashable, Sendable {
  package let rows: WindowChain
  package let columns: WindowChain
  /// Whether rows and columns have the same windows, so that a square image has a square map.
  package let isSquare: Bool

  package init(_ windows: [Window]) {
    let (rows, columns) = (windows.map(\.rows), windows.map(\.columns))
    self.rows = WindowChain(rows)
    self.columns = WindowChain(columns)
    isSquare = rows == columns
  }

  /// The map after the last window; `nil` if a window does not fit.
  package func output(of image: PlaneSize) -> PlaneSize? {
    guard let height = rows.outputSize(image.height), let width = columns.outputSize(image.width)
    else { return nil }
    return PlaneSize(height: height, width: width)
  }

  /// The side of the smallest square image that fits every window; `nil` if the
  /// language allows no image that large.
  package func smallestSquareInput() -> Int? {
    guard let height = rows.smallestInput() else { return nil }
    return isSquare ? height : columns.smallestInput().map { max(height, $0) }
  }

  /// The sides of the square images whose map is `plane`; `nil` if there are none.
  package func squareInputs(forOutput plane: PlaneSize) -> ClosedRange<Int>? {
    guard let heights = rows.inputs(forOutput: plane.height) else { return nil }
    if isSquare, plane.height == plane.width { return heights }
    guard let widths = columns.inputs(forOutput: plane.width), heights.overlaps(widths) else {
      return nil
    }
    return heights.clamped(to: widths)
  }

  /// The sides of the square images whose map has exactly `count` values per channel; `nil` if there
  /// are none.
  package func squareInputs(forElements count: Int) -> ClosedRange<Int>? {
    let (rows, columns) = (rows.withoutKept, columns.withoutKept)
    return sides(with: count) { side in
      guard let height = rows.outputSize(side), let width = columns.outputSize(side) else {
        return nil
      }
      return checkedProduct(height, width) ?? .max
    }
  }

  /// The first window that does not fit a square image of `side` pixels: its index, and the map that
  /// reaches it.
  package func firstOversized(_ side: Int) -> (index: Int, map: PlaneSize)? {
    let oversized = [rows.firstOversized(side), columns.firstOversized(side)].compactMap {
      $0?.index
    }
    guard let index = oversized.min(),
      let height = rows.outputSize(side, after: index),
      let width = columns.outputSize(side, after: index)
    else { return nil }
    return (index, PlaneSize(height: height, width: width))
  }
}

// MARK: - Chains of networks

extension WindowChains {
  /// The windows of feature layers up to a global pooling layer; `nil` if a layer is not known.
  package init?(_ features: [Spanned<FeatureElement>]) {
    guard features.allSatisfy({ $0.value != .unknown }) else { return nil }
    self.init(features.windows)
  }

  /// The windows of a network up to a global pooling layer: those of its feature layers, and the window of a dense
  /// classifier; `nil` if a feature layer is not known.
  init?(_ spec: ModelSpec) {
    guard spec.features.allSatisfy({ $0.value != .unknown }) else { return nil }
    let dense = spec.dense.map { Window(kernel: $0.value, stride: 1, padding: 0) }
    self.init(spec.features.windows + [dense].compactMap { $0 })
  }
}

extension [Spanned<FeatureElement>] {
  /// The windows up to a global pooling layer.
  fileprivate var windows: [Window] {
    prefix { !$0.value.isGlobalPool }.compactMap(\.value.window)
  }
}

extension ModelGraph {
  /// The windows of the layers before any adaptive or global pooling.
  package var windows: WindowChains {
    WindowChains(layers.prefix { !$0.kind.operation.fixesSize }.compactMap(\.kind.window))
  }

  /// The smallest image that every layer before adaptive or global pooling can take, a dense classifier's included.
  package var smallestInput: PlaneSize {
    // The network's own image passes all of its windows.
    PlaneSize(
      height: windows.rows.smallestInput() ?? input.height,
      width: windows.columns.smallestInput() ?? input.width)
  }

  /// The smallest square image that every layer before adaptive or global pooling can take, a dense classifier's included,
  /// in pixels along one side.
  package var smallestSquareInput: Int {
    // The network's own image passes all of its windows.
    windows.smallestSquareInput() ?? max(input.height, input.width)
  }

  /// Height and width of the map before any adaptive pooling as functions of the image's, each in one
  /// closed formula; `nil` if no formula of that form has the layers' own results.
  package var sideFormulas: (rows: SideFormula, columns: SideFormula)? {
    let windows = windows
    let longest = max(input.height, input.width)
    guard let rows = windows.rows.formula(upTo: longest) else { return nil }
    if windows.isSquare { return (rows, rows) }
    return windows.columns.formula(upTo: longest).map { (rows, $0) }
  }
}
