import VGGDiagnostics

/// The wording of everything that parsing reports.
extension Diagnostic {
  static func utf16Text(at range: SourceRange) -> Diagnostic {
    Diagnostic(.invalidEncoding, "the file is UTF-16; save it as UTF-8", at: range)
  }

  static func invalidByte(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .invalidEncoding, "byte 0x\(hex.count < 2 ? "0" + hex : hex) is not UTF-8; save the file as UTF-8",
      at: range)
  }

  static func yamlSyntax(
    _ problem: String, at range: SourceRange, context: String?, contextRange: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, hint(for: problem).map { "\(problem): \($0)" } ?? problem, at: range,
      notes: context.map { [Note($0, at: contextRange)] } ?? [])
  }

  static func forbiddenCharacter(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.invalidEncoding, "\(problem); remove it, or check that this is a text file", at: range)
  }

  static func multipleDocuments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .multipleDocuments,
      "a second YAML document starts here; put several models under one `models:` key", at: range)
  }

  static func mergeKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .mergeKey,
      "merge keys (<<) are not part of YAML 1.2; use `extends:` to start from another configuration",
      at: range)
  }

  static func tag(_ tag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.yamlTag, "the tag \(tag) has no meaning here; remove it", at: range)
  }

  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "`\(key)` is given twice", at: range,
      notes: [Note("it was first given here", at: first)])
  }

  static func keyIsNotName(_ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongType, "a key must be a name, and this is \(kind)", at: range)
  }

  static func unknownAnchor(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.unknownAnchor, "no anchor &\(name) stands before this alias", at: range)
  }

  static func recursiveAlias(_ name: String, at range: SourceRange, anchor: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownAnchor, "the alias *\(name) stands inside the value that it repeats", at: range,
      notes: [Note("&\(name) starts here", at: anchor)])
  }

  static func nestingTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.nestingTooDeep, "lists and mappings are nested more than \(limit) deep", at: range)
  }

  static func aliasExpansion(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .aliasExpansion, "aliases repeat more than \(grouped(limit)) values; write the list out", at: range)
  }

  /// What commonly causes a message of libyaml's.
  private static func hint(for problem: String) -> String? {
    switch problem {
    case "found character that cannot start any token":
      "YAML is indented with spaces, not tabs, and text that starts with @, ` or % needs quotes"
    case "did not find expected ',' or ']'": "a list is not closed, or a comma is missing"
    case "did not find expected ',' or '}'": "a mapping is not closed, or a comma is missing"
    case "mapping values are not allowed in this context":
      "a `key: value` stands where only a value can; check the indentation and the spaces after colons"
    case "could not find expected ':'": "a key needs a colon and a space after it"
    case "did not find expected key": "check the indentation of this line"
    default: nil
    }
  }
}
