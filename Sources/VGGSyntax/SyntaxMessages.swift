import VGGDiagnostics
import VGGFindings

/// The wording of everything that parsing reports.
extension Diagnostic {
  static func utf16Text(at range: SourceRange) -> Diagnostic {
    Diagnostic(.invalidEncoding, "the file is UTF-16; save it as UTF-8", at: range)
  }

  static func invalidByte(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .invalidEncoding,
      "byte 0x\(hex.count < 2 ? "0" + hex : hex) is not UTF-8; save the file as UTF-8",
      at: range)
  }

  /// - Parameter found: The character at which libyaml gave up; `nil` at the end of the text.
  static func yamlSyntax(
    _ problem: String, found: Unicode.Scalar?, at range: SourceRange, context: String?,
    contextRange: SourceRange?
  ) -> Diagnostic {
    let message = wording(of: problem, found: found)
    // What is never finished is mended where it starts, not where the text goes on without it.
    if let contextRange, startsUnfinished(problem, context) {
      return Diagnostic(.yamlSyntax, message, at: contextRange)
    }
    let note = context.flatMap { wording(ofContext: $0) }
    return Diagnostic(
      .yamlSyntax, message, at: range, notes: note.map { [Note($0, at: contextRange)] } ?? [])
  }

  static func forbiddenCharacter(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidEncoding, "\(problem); remove it, or check that this is a text file", at: range)
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

  /// - Parameter gap: The tag and the space after it.
  static func tag(_ tag: String, at range: SourceRange, with gap: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlTag, "the tag \(shortened(tag)) has no meaning here; remove it", at: range,
      fixIts: [FixIt("remove \(shortened(tag))", replace: gap, with: "")])
  }

  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "`\(shortened(key))` is given twice", at: range,
      notes: [Note("it was first given here", at: first)])
  }

  /// A key that stands right before its value.
  package static func missingSpace(_ pair: UnspacedPair) -> Diagnostic {
    let (key, value) = (pair.key, pair.value)
    let text = "\(key.value): \(value.value.text)"
    return Diagnostic(
      .yamlSyntax, "a key's colon needs a space after it: `\(shortened(text))`",
      at: key.range.extended(to: value.range),
      fixIts: [
        FixIt(
          "write \(shortened(text))", replace: key.range.extended(to: value.range), with: text)
      ])
  }

  /// - Parameter line: The line's content.
  static func lineWithoutKey(_ line: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, "this line is no `key: value`; a colon and a space follow the key", at: line)
  }

  static func keyIsNotName(_ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongType, "a key must be a name, and this is \(kind)", at: range)
  }

  static func unknownAnchor(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    let list = known.sorted().prefix(8).map { "&\(shortened($0))" }.joined(separator: ", ")
    return Diagnostic(
      .unknownAnchor, "no anchor &\(shortened(name)) stands before this alias", at: range,
      notes: [
        Note(
          known.isEmpty
            ? "put &\(shortened(name)) before the value that is to be repeated"
            : "anchors before it: \(list)")
      ])
  }

  static func recursiveAlias(_ name: String, at range: SourceRange, anchor: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .unknownAnchor, "the alias *\(shortened(name)) stands inside the value that it repeats",
      at: range,
      notes: [Note("&\(shortened(name)) starts here", at: anchor)])
  }

  static func nestingTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, "lists and mappings are nested more than \(limit) deep; check the brackets",
      at: range)
  }

  static func aliasExpansion(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .aliasExpansion, "aliases repeat more than \(grouped(limit)) values; write the list out",
      at: range)
  }

  // MARK: - libyaml's messages

  /// A message of libyaml's in the words of this project; one that is not known stays as it is.
  private static func wording(of problem: String, found: Unicode.Scalar?) -> String {
    switch (problem, found) {
    case ("found character that cannot start any token", "\t"),
      ("found a tab character that violates indentation", _),
      ("found a tab character where an indentation space is expected", _):
      "a tab cannot stand here; YAML is indented with spaces"
    case ("found character that cannot start any token", _):
      "text cannot start with this character; put the text in quotes"
    case ("did not find expected ',' or ']'", _):
      "expected ',' or ']': a list is not closed, or lacks a comma"
    case ("did not find expected ',' or '}'", _):
      "expected ',' or '}': a mapping is not closed, or lacks a comma"
    case (YAMLFailure.unexpectedColon, _):
      "a `key: value` stands where only a value can; check the indentation and the spaces after colons"
    case ("could not find expected ':'", _): "expected a key: a name, a colon and a space"
    case ("found unexpected ':'", _): "a key's colon needs a space after it"
    case ("did not find expected key", "]"), ("did not find expected key", "}"):
      "this bracket closes nothing; check the brackets before it"
    case ("did not find expected key", ","):
      "a comma stands outside of brackets; put [ ] around the whole list"
    case ("did not find expected key", _): "expected a key; check the indentation of this line"
    case ("did not find expected '-' indicator", _):
      "expected '- ' before a list's entry; check the indentation of this line"
    case ("did not find expected node content", ","), ("did not find expected node content", "]"):
      "a value is missing here, or there is a comma too many"
    case ("did not find expected node content", _): "a value is missing here"
    case ("block sequence entries are not allowed in this context", _):
      "a list's '- ' stands where only a value can; start the list on a line of its own"
    case ("did not find expected <document start>", _):
      "the text goes on after its end; start every key of the file in the same column"
    case ("found unexpected end of stream", _): "this quote is never closed"
    case ("found unknown escape character", _):
      "there is no such escape; write \\\\ for a backslash, or use single quotes"
    default: problem
    }
  }

  /// What libyaml was reading when it gave up; `nil` where that helps nobody.
  private static func wording(ofContext context: String) -> String? {
    switch context {
    case "while parsing a flow sequence", "while parsing a block collection": "the list starts here"
    case "while parsing a flow mapping", "while parsing a block mapping": "the mapping starts here"
    case "while scanning a quoted scalar": "the quoted text starts here"
    case "while scanning for the next token", "while parsing a flow node",
      "while parsing a block node", "while scanning a plain scalar", "while scanning a simple key":
      nil
    default: context
    }
  }

  private static func startsUnfinished(_ problem: String, _ context: String?) -> Bool {
    switch (problem, context) {
    case ("could not find expected ':'", "while scanning a simple key"): true
    case ("found unexpected end of stream", "while scanning a quoted scalar"): true
    default: false
    }
  }
}
