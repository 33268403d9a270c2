import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGSyntax

/// The output feature map after each element, and the inputs of fully connected layers: `64` shows as `64 ->
/// 64x224x224`.
///
/// In a model with errors, only the layers before the first error have hints.
func inlayHints(in range: LSP.Range, of analysis: Analysis) -> [LSP.InlayHint] {
  let layers = ElementLayers(analysis)
  let wanted = analysis.positions.offsets(of: range)
  let beside = layers.elements.compactMap { element in
    label(of: element.places, in: layers).map { (element.range.end, $0) }
  }
  let hints = beside + flattened(layers, in: analysis)
  return hints.filter { wanted.contains($0.0) || $0.0 == wanted.upperBound }
    .sorted { $0.0 < $1.0 }
    .map { LSP.InlayHint(position: analysis.positions.position(of: $0.0), label: $0.1) }
}

/// The maximum number of differing models shown for an element that they share.
private let modelsShown = 3

private func label(of places: [ElementLayers.Place], in layers: ElementLayers) -> String? {
  var labels: [String] = []
  for model in layers.lessons.indices {
    let own = places.filter { $0.model == model }.map { layers.layer(at: $0) }
    guard let label = label(of: own), !labels.contains(label) else { continue }
    labels.append(label)
  }
  return joined(labels)
}

/// The output of an element's layers in one model; for fully connected layers, their input.
private func label(of layers: [Layer]) -> String? {
  for layer in layers {
    if let linear = layer.kind.linear { return "<- \(linear.inputs)" }
    if layer.kind.denseLinear != nil { return "<- \(layer.input)" }
  }
  guard let last = layers.last, case .map = last.output else { return nil }
  return "-> \(last.output)"
}

/// The classifier's input size after its key: `512 * 7 * 7 = 25,088`.
private func flattened(_ layers: ElementLayers, in analysis: Analysis) -> [(Int, String)] {
  let keys = classifierKeys(in: analysis)
  return layers.classifiers.compactMap { element in
    guard let key = keys.first(where: { $0.value.range == element.range })?.key else { return nil }
    var labels: [String] = []
    for place in element.places {
      let layer = layers.layer(at: place)
      guard layer.kind.isFlatten else { continue }
      labels += layer.sizeFormulas.filter { !labels.contains($0) }
    }
    return joined(labels).map { (analysis.offset(afterColonOf: key), $0) }
  }
}

private func joined(_ labels: [String]) -> String? {
  guard !labels.isEmpty else { return nil }
  let shown = labels.prefix(modelsShown).joined(separator: " | ")
  return labels.count > modelsShown ? shown + " | …" : shown
}

private func classifierKeys(in analysis: Analysis) -> [SyntaxEntry] {
  analysis.modelEntries.filter { $0.key.value == ModelKey.classifier.rawValue }
}

extension Analysis {
  /// The offset after a key's colon; a quote may be between the key and the colon.
  fileprivate func offset(afterColonOf key: Spanned<String>) -> Int {
    let rest = file.bytes[min(key.range.end, file.bytes.count)...].prefix(2)
    return rest.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? key.range.end
  }
}
