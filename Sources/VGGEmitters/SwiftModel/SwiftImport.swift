/// An import of a module.
struct SwiftImport: Hashable, Sendable {
  var module: String
  var form: Form

  enum Form: Hashable, Sendable {
    /// `import VGGRuntime`, with the access level that the module's settings say.
    case plain
    /// For declarations of this access level, which name the module's types; valid with and without the upcoming
    /// feature `InternalImportsByDefault`, and next to plain imports in other files.
    case naming(AccessLevel)
  }

  static func plain(_ module: String) -> SwiftImport {
    SwiftImport(module: module, form: .plain)
  }

  static func naming(_ access: AccessLevel, _ module: String) -> SwiftImport {
    SwiftImport(module: module, form: .naming(access))
  }

  /// The lines of the import.
  ///
  /// An explicit level other than `public` makes plain imports in other files ambiguous, unless imports are internal by
  /// default; so such a level is written only in that case.
  var lines: [String] {
    switch form {
    case .plain, .naming(.internal): ["import \(module)"]
    case .naming(.public): ["public import \(module)"]
    case .naming(.package):
      [
        "#if hasFeature(InternalImportsByDefault)", "  package import \(module)", "#else",
        "  import \(module)", "#endif",
      ]
    }
  }
}
