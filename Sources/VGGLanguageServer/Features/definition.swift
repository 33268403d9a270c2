import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// Where a thing at an offset is defined.
enum Definition {
  case place(LSP.Location)
  /// The start of a file, if it is there.
  case file(path: String)
  case builtIn(BuiltInConfiguration)
}

/// The anchor of an alias; the file or the built-in configuration after `extends`; the file after
/// `labels`.
func definition(at position: LSP.Position, in analysis: Analysis) -> Definition? {
  let offset = analysis.positions.offset(of: position)
  func isHere(_ range: SourceRange) -> Bool { range.start <= offset && offset <= range.end }
  if let reference = analysis.references.aliases.first(where: { isHere($0.alias) }) {
    return analysis.location(of: reference.anchor).map(Definition.place)
  }
  guard let value = analysis.modelValue(at: offset), !value.text.isEmpty else { return nil }
  let path = analysis.path(named: value.text)
  switch value.key {
  case .extends:
    return BuiltInConfiguration.named(value.text).map { .builtIn($0) } ?? .file(path: path)
  case .labels: return .file(path: path)
  default: return nil
  }
}
