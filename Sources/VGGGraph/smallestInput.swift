import VGGDiagnostics
import VGGSpec

/// The smallest square image that every feature layer can take, in pixels; `nil` where a layer is
/// not known, or no image that the language allows is large enough.
///
/// It goes from the last layer to the first, asking each how much it needs to give what the next
/// one needs.
package func smallestInput(for features: [Spanned<FeatureElement>]) -> Int? {
  var needed = 1
  for element in features.reversed() {
    if element.value == .unknown { return nil }
    guard let window = element.value.window else { continue }
    needed = window.smallestInput(forOutput: needed)
    guard LanguageBounds.imageSide.contains(needed) else { return nil }
  }
  return needed
}
