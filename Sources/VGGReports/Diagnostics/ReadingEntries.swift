/// Entries of what is reported while the text is read as YAML.
extension DiagnosticEntry {
  static let yamlSyntax = DiagnosticEntry(
    id: .yamlSyntax,
    title: "The text is not YAML",
    meaning: """
      A configuration is YAML, and this text is not: a bracket is never closed, a colon has no space after it, \
      a line is indented with a tab, a quote has no end.

      The message stands where reading became impossible. The slip itself is often a line earlier, and the note \
      shows where the unfinished list or mapping begins. Nothing after this place can be understood, so there is \
      no second message until this one is mended.
      """,
    repair: """
      Close the bracket or the quote, put a space after every colon, and indent with spaces, equally far for \
      everything on one level.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10

      """)

  static let invalidEncoding = DiagnosticEntry(
    id: .invalidEncoding,
    title: "The file is not plain UTF-8 text",
    meaning: """
      A configuration is text in UTF-8. This file holds a byte or a control character that such text cannot \
      have: it was saved as UTF-16 or Latin-1, has text copied from a terminal, or is no text at all.

      Most editors do not show control characters, so vggc shows each as �. The example has one, U+0007, within \
      its name.
      """,
    repair: """
      Save the file as UTF-8, and delete the character at the column that the message names; typing the word \
      anew is the surest way.
      """,
    example: """
      name: ti\u{7}ny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10

      """)

  static let multipleDocuments = DiagnosticEntry(
    id: .multipleDocuments,
    title: "A file holds more than one YAML document",
    meaning: """
      `---` ends one YAML document and starts the next. vggc reads one document a file. A file with several \
      models has them under the key `models`, where each has a name to call it by and can share keys with the \
      others.
      """,
    repair: """
      Name the models under one `models` key, and put what they share at the top of the file. Or give each a \
      file of its own.
      """,
    example: """
      name: small
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier: {hidden: [], classes: 10}
      ---
      name: large
      input: [3, 32, 32]
      features: [64, M, 128, M]
      classifier: {hidden: [], classes: 10}

      """,
    repaired: """
      input: [3, 32, 32]
      classifier: {hidden: [], classes: 10}
      models:
        small: [16, M, 32, M]
        large: [64, M, 128, M]

      """)

  static let mergeKey = DiagnosticEntry(
    id: .mergeKey,
    title: "A merge key (<<) is used",
    meaning: """
      `<<` copies the entries of one mapping into another. It is an extension of YAML 1.1 that YAML 1.2 does not \
      have. The configuration language has means of its own for the same purpose, which say where a key comes \
      from.
      """,
    repair: """
      Put what the models share at the top of the file: every model under `models` inherits it, and overrides \
      what it names. To start from another file or from a built-in configuration, use `extends`. Anchors (`&a`) \
      and aliases (`*a`) for single values work.
      """,
    example: """
      input: [3, 32, 32]
      models:
        plain: &plain
          features: [16, M, 32, M]
          classifier: {hidden: [], classes: 10}
        normalised:
          <<: *plain
          batch_norm: true

      """,
    repaired: """
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier: {hidden: [], classes: 10}
      models:
        plain: {batch_norm: false}
        normalised: {batch_norm: true}

      """)

  static let yamlTag = DiagnosticEntry(
    id: .yamlTag,
    title: "A value has a YAML tag",
    meaning: """
      A tag, such as `!!int` or `!!python/tuple`, tells a YAML reader which type to make of a value. In a \
      configuration the key decides that, so a tag could only contradict it. Python's `yaml.dump` writes tags \
      for tuples and other objects, which is where they usually come from.
      """,
    repair: """
      Remove the tag. In Python, `yaml.safe_dump` writes lists and tuples without one.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: !!python/tuple [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10

      """)

  static let duplicateKey = DiagnosticEntry(
    id: .duplicateKey,
    title: "A key is given twice",
    meaning: """
      A mapping has each of its keys once. Many YAML readers silently keep the last of two values, so that a \
      line pasted twice, or an old one forgotten, changes the network without a word.
      """,
    repair: """
      Delete one of the two. To keep both variants, name them under `models`.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10
      features: [16, 16, M, 32, 32, M]

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      classifier:
        hidden: []
        classes: 10
      features: [16, 16, M, 32, 32, M]

      """)

  static let unknownAnchor = DiagnosticEntry(
    id: .unknownAnchor,
    title: "An alias has no anchor",
    meaning: """
      `*head` repeats the value that `&head` has marked earlier in the same file. Here no such mark stands \
      before: the name is misspelt, the anchor comes later, or it is in another file. An alias within the very \
      value that it would repeat is reported as well, since that would never end.
      """,
    repair: """
      Correct the name, or put the anchor before the first value that is to be repeated. Between files, use \
      `extends`.
      """,
    example: """
      input: [3, 32, 32]
      models:
        small:
          features: [16, M, 32, M]
          classifier: &head {hidden: [64], classes: 10}
        large:
          features: [64, M, 128, M]
          classifier: *haed
      avgpool: 1

      """,
    repaired: """
      input: [3, 32, 32]
      models:
        small:
          features: [16, M, 32, M]
          classifier: &head {hidden: [64], classes: 10}
        large:
          features: [64, M, 128, M]
          classifier: *head
      avgpool: 1

      """)

  static let nestingTooDeep = DiagnosticEntry(
    id: .nestingTooDeep,
    title: "Lists and mappings are nested too deep",
    meaning: """
      Lists and mappings may stand in each other 64 deep. No configuration needs more than six levels, so \
      deeper nesting comes from a program that writes brackets in a loop, or from someone who tries what a \
      reader can bear.
      """,
    repair: """
      Remove the surplus brackets. `features` is a plain list, whose entries are not lists again.
      """,
    example: """
      name: scripted
      input: [3, 32, 32]
      features: \(String(repeating: "[", count: 64))16\(String(repeating: "]", count: 64))
      classifier: {hidden: [], classes: 10}

      """,
    repaired: """
      name: scripted
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier: {hidden: [], classes: 10}

      """)

  static let aliasExpansion = DiagnosticEntry(
    id: .aliasExpansion,
    title: "Aliases stand for too many values",
    meaning: """
      An alias stands for everything under its anchor, and aliases of aliases multiply: here every line has ten \
      times the values of the line before. All aliases of a file together may repeat 1,000,000 values, which is \
      as many as `features` may have entries; past that, a few lines could fill any memory.
      """,
    repair: """
      Write the list out, or let a script write it. In `features` an alias can stand for one entry or for the \
      whole list, but lists within the list are not joined.
      """,
    example: """
      input: [3, 32, 32]
      features:
        - &a [16, 16, 16, 16, 16, 16, 16, 16, 16, 16]
        - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        - &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        - [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]

      """,
    repaired: """
      input: [3, 32, 32]
      features:
        - &a {conv: 16, kernel: 5}
        - *a
        - M
        - &b {conv: 32, kernel: 5}
        - *b
        - M
      classifier: {hidden: [], classes: 10}

      """)
}
