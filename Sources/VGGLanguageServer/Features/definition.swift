import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// The location of a definition.
enum Definition {
  case place(LSP.Location)
  /// The start of a file, if the file exists.
  case file(path: String)
  case builtIn(BuiltInConfiguration)
}

/// The definition of the symbol at a position: the anchor of an alias, the file or built-in configuration
/// after `extends`, or the file after `labels`.
func definition(at position: LSP.Position, in analysis: Analysis) -> Definition? {
  let offset = analysis.positions.offset(of: position)
  func isHere(_ range: SourceRange) -> Bool { range.start <= offset && offset <= range.end }
  if let reference = analysis.references.aliases.first(where: { isHere($0.alias) }) {
    return analysis.location(of: reference.anchor).map(Definition.place)
  }
  guard let value = analysis.modelValue(at: offset), !value.text.isEmpty,
    value.key?.fileEndings.isEmpty == false
  else { return nil }
  if value.key == .extends, let builtIn = BuiltInConfiguration.named(value.text) {
    return .builtIn(builtIn)
  }
  return .file(path: analysis.path(named: value.text))
}
