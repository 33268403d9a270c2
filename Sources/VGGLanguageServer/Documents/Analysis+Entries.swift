import VGGDiagnostics
import VGGSpec
import VGGSyntax

extension Analysis {
  /// The keys of the file, and of the models in it.
  var modelEntries: [SyntaxEntry] {
    guard let root else { return [] }
    return root.entries + root.models.flatMap(\.value.entries)
  }

  /// The key of the file or of a model in it whose value stands at an offset, and the value, where
  /// that is no list and no mapping.
  func modelValue(at offset: Int) -> (key: ModelKey?, text: String)? {
    let entry = modelEntries.first {
      $0.value.range.start <= offset && offset <= $0.value.range.end
    }
    guard let entry, case .scalar(let scalar) = entry.value.content else { return nil }
    return (ModelKey(rawValue: entry.key.value), scalar.text)
  }
}
