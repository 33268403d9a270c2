import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGSyntax

extension Analysis {
  /// The maximum number of layers whose names are offered; a longer list is of no use.
  private static let mostListedLayers = 1_000

  /// The layers that the document lists, regardless of `until`, except dropout, which computes nothing: first by the
  /// paper's names, then by torchvision's.
  ///
  /// Each is described by its other name, its notation and its output: `features.21: conv3-512, 512x28x28`.
  ///
  /// A text with an unfinished value is read without that value, and with its brackets closed.
  ///
  /// - Parameter cursor: The place of the value that names a layer; under `models`, the model's own layers are listed.
  func listedLayers(at cursor: YAMLCursor) -> [ValueSuggestion] {
    let path = cursor.path
    let file = root == nil ? file.withoutValue(at: cursor) : file
    var listing = pipeline
    listing.ignoresEnd = true
    if path.count > 1, path[0] == .key(ModelKey.models.rawValue), case .key(let name) = path[1] {
      listing.modelName = name
    }
    let models = (try? listing.compile(file))?.models ?? []
    let layers = models.flatMap { model -> [(layer: Layer, paper: String)] in
      let layers = Array(model.layers.prefix(Self.mostListedLayers))
      return zip(layers, PaperNames(layers).names).filter { !$0.0.kind.isDropout }
    }
    func describe(_ layer: Layer, _ otherName: String) -> String {
      "\(otherName): \(layer.kind.notation), \(layer.output)"
    }
    let names =
      layers.map { ValueSuggestion(layer: $0.paper, describe($0.layer, $0.layer.name)) }
      + layers.map { ValueSuggestion(layer: $0.layer.name, describe($0.layer, $0.paper)) }
    var seen: Set<String> = []
    return names.filter { seen.insert($0.label).inserted }
  }
}

extension SourceFile {
  /// The file without the value at `cursor` and the rest of its line, and with the brackets around it closed.
  fileprivate func withoutValue(at cursor: YAMLCursor) -> SourceFile {
    var before = bytes[..<cursor.word.lowerBound]
    if let quote = before.last, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      before.removeLast()
    }
    let after = bytes[cursor.word.upperBound...].drop { $0 != 0x0A && $0 != 0x0D }
    return SourceFile(
      name: name, bytes: Array(before) + Array(cursor.closingBrackets.utf8) + Array(after))
  }
}
