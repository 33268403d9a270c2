import VGGDiagnostics
import VGGSpec
import VGGSyntax

extension Analysis {
  /// The entries of the file and of the models in it.
  var modelEntries: [SyntaxEntry] {
    guard let root else { return [] }
    return root.entries + root.models.flatMap(\.value.entries)
  }

  /// The key, in the file or in one of its models, whose value is at an offset, and the value;
  /// `nil` if the value is a list or a mapping.
  func modelValue(at offset: Int) -> (key: ModelKey?, text: String)? {
    let entry = modelEntries.first {
      $0.value.range.start <= offset && offset <= $0.value.range.end
    }
    guard let entry, case .scalar(let scalar) = entry.value.content else { return nil }
    return (ModelKey(rawValue: entry.key.value), scalar.text)
  }
}
