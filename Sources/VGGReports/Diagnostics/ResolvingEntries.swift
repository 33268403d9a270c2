/// Entries of what is reported while keys and elements are resolved.
extension DiagnosticEntry {
  static let unknownKey = DiagnosticEntry(
    id: .unknownKey,
    title: "A key is not one of the language",
    meaning: """
      The language has no such key at this place. It is an error, and not passed over, because a network \
      without the `batchnorm: true` that was asked for would still compile and train, only worse, and nothing \
      would tell.
      """,
    repair: """
      Use the key that the message proposes, or one of those in `Docs/Language.md`. Keys are in lower-case \
      letters, with underscores between words.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      batchnorm: true
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      batch_norm: true
      classifier:
        hidden: []
        classes: 10

      """)

  static let unknownElement = DiagnosticEntry(
    id: .unknownElement,
    title: "An entry of a layer list is not one of the language",
    meaning: """
      An entry of `features`, or of a `classifier` list, is no layer that the language knows.

      Lists that are copied from other code often have letters of that code's own: in SSD's, `C` is a max \
      pooling that rounds its output size up; in some CIFAR variants, `A` is an average pooling. vggc does not \
      guess, since a layer taken for another would change every size after it.
      """,
    repair: """
      Write the layer as the language has it: a number for a 3x3 convolution with as many output channels, \
      `conv1-256`, `M`, `LRN`, or a mapping that spells it out. A `classifier` list has `linear`, `relu`, \
      `dropout` and `softmax`.
      """,
    example: """
      # The base network of the SSD300 detector, copied from a PyTorch version of it.
      input: [3, 300, 300]
      features: [64, 64, M, 128, 128, M, 256, 256, 256, C, 512, 512, 512, M, 512, 512, 512]
      avgpool: 1
      classifier:
        hidden: []
        classes: 21

      """,
    repaired: """
      # The base network of the SSD300 detector.
      input: [3, 300, 300]
      features:
        [64, 64, M, 128, 128, M, 256, 256, 256, {maxpool: 2, ceil: true}, 512, 512, 512, M, 512, 512, 512]
      avgpool: 1
      classifier:
        hidden: []
        classes: 21

      """)

  static let missingKey = DiagnosticEntry(
    id: .missingKey,
    title: "Something that has no default is missing",
    meaning: """
      A model needs `features`; there is no sensible default for the network itself. Everything else has one: \
      the input is 3 x 224 x 224, the classifier the paper's. Also reported are a spelled-out linear layer \
      without `out`, an `input` mapping without one of its three sides, and lists and files that are empty.
      """,
    repair: """
      Add what the message names. To take the layers of a known network, write `extends: D`.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
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

  static let conflictingKeys = DiagnosticEntry(
    id: .conflictingKeys,
    title: "Two keys exclude each other",
    meaning: """
      One entry of `features` or of a `classifier` list names two layers. The keys of a mapping have no order, \
      so nothing says which of the layers comes first. Also reported are a `name` in a model that has its name \
      from `models` already, and `models` within a model.
      """,
    repair: """
      Make each layer an entry of its own.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features:
        - {conv: 16, maxpool: 2}
        - {conv: 32, kernel: 5}
        - maxpool
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features:
        - {conv: 16}
        - {maxpool: 2}
        - {conv: 32, kernel: 5}
        - maxpool
      classifier:
        hidden: []
        classes: 10

      """)

  static let wrongType = DiagnosticEntry(
    id: .wrongType,
    title: "A value is of the wrong kind",
    meaning: """
      The value is text where a number is needed, one value where a list is needed, or the like. Two slips are \
      common. In YAML 1.2 only `true` and `false` are truth values, while `yes`, `no`, `on` and `off` are plain \
      text. And a number in quotes is text.
      """,
    repair: """
      Write the value as the message has it.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      batch_norm: yes
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      batch_norm: true
      classifier:
        hidden: []
        classes: 10

      """)

  static let valueOutOfRange = DiagnosticEntry(
    id: .valueOutOfRange,
    title: "A number is out of range",
    meaning: """
      The number is of the right kind, but no layer can have it: a probability above 1, no channels at all, a \
      pooling padded by more than half its kernel, which PyTorch refuses too. The upper bounds of sizes \
      (`Docs/Language.md` lists them) are far past any network that can run; they keep a slip of the keyboard \
      from filling the memory.
      """,
    repair: """
      Use a number in the range that the message names. `dropout` is a probability: half is 0.5, not 50.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: [128]
        dropout: 50
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: [128]
        dropout: 0.5
        classes: 10

      """)

  static let unknownBase = DiagnosticEntry(
    id: .unknownBase,
    title: "What a configuration extends is not there",
    meaning: """
      `extends` names a built-in configuration or a file. This name is no built-in's, and as a path, which \
      starts at the folder of the configuration, it leads to no file that can be read. A file that is no \
      configuration, or holds several `models`, cannot be extended either.
      """,
    repair: """
      Correct the name: A, A-LRN, B, C, D, E, vgg11, vgg13, vgg16, vgg19 and their _bn variants are built in, in \
      any letter case. Or correct the path.
      """,
    example: """
      name: flowers
      extends: vgg-16
      classifier:
        classes: 102

      """,
    repaired: """
      name: flowers
      extends: vgg16
      classifier:
        classes: 102

      """)

  static let extendsCycle = DiagnosticEntry(
    id: .extendsCycle,
    title: "A configuration extends itself",
    meaning: """
      The files that `extends` names lead back to where they started, so that there is no first one to start \
      from. The message shows the way round. A chain of more than 32 files is reported too.
      """,
    repair: """
      Let one of them extend something else: usually the built-in configuration that was meant.
      """,
    example: """
      name: flowers
      extends: extends-cycle.yaml
      classifier:
        classes: 102

      """,
    repaired: """
      name: flowers
      extends: D
      classifier:
        classes: 102

      """)

  static let unreadableFile = DiagnosticEntry(
    id: .unreadableFile,
    title: "A file of labels cannot be read",
    meaning: """
      `labels` is either a list of class names or, as here, the path of a text file with one name a line. The \
      path starts at the folder of the configuration. The file is not there, may not be read, is larger than \
      16 MiB, or is not UTF-8.
      """,
    repair: """
      Correct the path, or write the names as a list.
      """,
    example: """
      name: pets
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 3
      labels: missing.txt

      """,
    repaired: """
      name: pets
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 3
      labels: [cat, dog, rabbit]

      """)
}
