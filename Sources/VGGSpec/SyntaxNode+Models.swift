import VGGSyntax

extension SyntaxNode {
  /// What stands under `models`, where this is a whole file: a name and its keys each.
  package var models: [SyntaxEntry] {
    entries.filter { $0.key.value == ModelKey.models.rawValue }.flatMap(\.value.entries)
  }
}
