import VGGDiagnostics
import VGGSpec

/// The square image sizes, in pixels, that the feature layers turn into a map of the given side;
/// `nil` where none does.
package func squareInputs(
  for features: [Spanned<FeatureElement>], givingSide side: Int
) -> ClosedRange<Int>? {
  guard features.allSatisfy({ $0.value != .unknown }) else { return nil }
  return squareInputs(through: features.compactMap(\.value.window), givingSide: side)
}

/// The same for windows that follow each other.
///
/// A larger image never gives a smaller map, so the sizes are a run, and its ends are found by
/// halving.
package func squareInputs(through windows: [Window], givingSide side: Int) -> ClosedRange<Int>? {
  func mapSide(_ size: Int) -> Int {
    windows.reduce(size) { side, window in side > 0 ? window.outputSize(side) ?? 0 : side }
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
