import VGGDiagnostics
import VGGFindings
import VGGSpec

/// The layers that are outputs in addition to the last.
extension GraphChecker {
  /// The valid taps; problems with the others are reported.
  mutating func checkTaps() -> [Tap] {
    // After an error the next layers are not known.
    guard stop == nil, !spec.taps.isEmpty else { return [] }
    let named = NamedPlaces(layers)
    let lastOutput = layers.lastIndex { !$0.kind.isDropout } ?? 0
    var taps: [Tap] = []
    var places: [Int: Spanned<String>] = [:]
    var missing: [Spanned<String>] = []
    for name in spec.taps {
      guard let index = named.indices[name.value] else {
        missing.append(name)
        continue
      }
      if layers[index].kind.isDropout {
        let before = layers[..<index].lastIndex { !$0.kind.isDropout }
        fail(.tappedDropout(name, before: before.map { named.names[$0] }))
      } else if let first = places[index] {
        fail(.repeatedTap(name, first: first))
      } else if index == lastOutput {
        fail(.tappedOutput(name))
      } else {
        places[index] = name
        taps.append(Tap(name: name.value, layer: index))
      }
    }
    if !missing.isEmpty { reportMissing(missing, among: named) }
    return taps
  }

  /// Misspelt names beyond this number are not compared with all others.
  private static let mostLikened = 16

  private mutating func reportMissing(_ taps: [Spanned<String>], among named: NamedPlaces) {
    let afterEnd = spec.until == nil ? [:] : NamedPlaces(listedLayers).indices
    let names = named.names + layers.map(\.name)
    let inherits = spec.ownKeys[.taps] == nil
    for (number, name) in taps.enumerated() {
      if let until = spec.until, afterEnd[name.value] != nil {
        fail(.tapAfterEnd(name, until: until))
      } else {
        fail(
          .noSuchTap(
            name, names: number < Self.mostLikened ? names : [],
            layers: inherits ? spec.featuresRange.firstCharacter : nil))
      }
    }
  }
}
