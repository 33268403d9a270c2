import VGGDiagnostics
import VGGSpec

/// The square image sizes, in pixels, that the feature layers turn into a map of the given side;
/// `nil` where none does.
///
/// A larger image never gives a smaller map, so the sizes are a run, and its ends are found by
/// halving.
package func squareInputs(
  for features: [Spanned<FeatureElement>], givingSide side: Int
) -> ClosedRange<Int>? {
  let windows = features.map(\.value.window)
  let known = features.allSatisfy { $0.value != .unknown }
  guard known else { return nil }
  func mapSide(_ size: Int) -> Int {
    windows.reduce(size) { side, window in
      guard side > 0, let window else { return side }
      return window.outputSize(side) ?? 0
    }
  }
  let first = firstSize { mapSide($0) >= side }
  let next = firstSize { mapSide($0) > side }
  guard let first, mapSide(first) == side else { return nil }
  return first...((next ?? LanguageBounds.imageSide.upperBound + 1) - 1)
}

/// The smallest image side for which a condition holds that, once true, stays true.
private func firstSize(where holds: (Int) -> Bool) -> Int? {
  var low = LanguageBounds.imageSide.lowerBound
  var high = LanguageBounds.imageSide.upperBound
  guard holds(high) else { return nil }
  while low < high {
    let middle = (low + high) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
