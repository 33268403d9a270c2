import VGGDiagnostics

/// An entry of a layer list, or a name in a recipe, does not belong to the language.
package enum UnknownElement: Finding {
  case feature(String, nearest: String?)
  /// `C` or `MC`, a max pooling layer that rounds up, in SSD's lists.
  case ceilPoolLetter(String)
  /// `A`, an average pooling layer, in variants for CIFAR.
  case averagePoolLetter
  /// `relu` and other layers that follow from the language's entries.
  ///
  /// - Parameter removed: The entry with its comma, if the network is the same without it.
  case comesByItself(ImpliedLayer, text: String, removed: SourceRange?)
  /// `FC-4096` and others that belong to the classifier; with the outputs, if they are stated.
  case partOfClassifier(String, outputs: Int?)
  /// `dropout` without a probability.
  case dropoutWithoutProbability(String)
  /// `conv3`, with the kernel.
  case convolutionWithoutChannels(String, kernel: Int)
  /// `conv64-3`, in which kernel and channels are swapped.
  case swappedNotation(kernel: Int, channels: Int)
  /// A mapping none of whose keys names a layer.
  ///
  /// - Parameter known: The keys that name one.
  case featureWithoutKind(first: String, known: [String], nearest: String?)
  case classifierLayer(String, known: [String], nearest: String?)
  /// A number in place of a classifier's layer.
  case bareNumber(Int)
  /// `dense` in place of a classifier's layer: the short form's key, or Keras's name for a linear layer.
  case denseInList
  case optimizer(String, known: [String], nearest: String?)
  case schedule(String, known: [String], nearest: String?)
  case interpolation(String, known: [String], nearest: String?)
  case activation(String, known: [String], nearest: String?)
  case globalPool(String, known: [String], nearest: String?)

  /// A layer that needs no entry in `features`.
  package enum ImpliedLayer: Hashable, Sendable {
    /// After each convolution.
    case relu
    /// Between each convolution and its ReLU, with `batch_norm: true`.
    case batchNorm
    /// Before the classifier.
    case flatten
    /// Before the classifier, with `avgpool`.
    case adaptivePool
  }

  /// SSD's `C` as the language writes it.
  package static let ceilPool = "{maxpool: 2, ceil: true}"
  /// The paper's dropout as the language writes it.
  package static let halfDropout = "{dropout: 0.5}"
  /// CIFAR variants' `A` as the language writes it.
  package static let averagePool = "{avgpool: 2, stride: 2}"

  /// Names of layers are offered, never certain: the author decides which layers a network has. Removing a layer that
  /// is implied leaves the network the same.
  package func fixIts(at range: SourceRange) -> [FixIt] {
    func replace(_ old: String, with new: String?, _ confidence: Confidence) -> [FixIt] {
      new.map { [FixIt(.replace(old, with: $0), at: range, confidence)] } ?? []
    }
    switch self {
    case .feature(let text, let nearest): return replace(text, with: nearest, .offered)
    case .ceilPoolLetter(let text): return replace(text, with: Self.ceilPool, .offered)
    case .comesByItself(_, let text, let removed):
      return removed.map { [FixIt(.remove(text), at: $0, .certain)] } ?? []
    case .partOfClassifier, .convolutionWithoutChannels: return []
    case .dropoutWithoutProbability(let text):
      return replace(text, with: Self.halfDropout, .offered)
    case .averagePoolLetter: return replace("A", with: Self.averagePool, .offered)
    case .swappedNotation(let kernel, let channels):
      return replace("conv\(kernel)-\(channels)", with: "conv\(channels)-\(kernel)", .offered)
    case .featureWithoutKind(let first, _, let nearest):
      return replace(first, with: nearest, .offered)
    case .classifierLayer(let text, _, let nearest):
      return replace(text, with: nearest, .offered)
    case .bareNumber: return []
    // `dense` in Keras's sense.
    case .denseInList: return replace("dense", with: "linear", .offered)
    case .optimizer(let name, _, let nearest), .schedule(let name, _, let nearest):
      return replace(name, with: nearest, .certain)
    case .interpolation(let name, _, let nearest), .activation(let name, _, let nearest),
      .globalPool(let name, _, let nearest):
      return replace(name, with: nearest, .offered)
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension UnknownElement {
  package static let id = DiagnosticID.unknownElement
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "An unknown entry in a layer list",
    meaning: """
      An entry of `features`, or of a `classifier` list, is not a layer of the language.

      Lists copied from other code often have special letters: in SSD's, `C` is max pooling that rounds its output \
      size up; in some CIFAR variants, `A` is average pooling. vggc doesn't guess, since a wrong layer would change \
      every size after it.
      """,
    repair: """
      Write the layer in vggc's notation: a number for a 3x3 convolution with that many output channels, \
      `conv1-256`, `M`, `LRN`, `relu`, or a mapping that spells it out. A `classifier` list has `linear`, \
      activations such as `relu`, `batch_norm`, `dropout` and `softmax`.
      """)

  package static let example = FindingExample(
    PackageResources.unknown_element_yaml,
    repairs: [
      .replace(
        "# The base network of the SSD300 detector, copied from a PyTorch version of it.",
        with: "# The base network of the SSD300 detector."),
      .replace(
        """
        features: [64, 64, M, 128, 128, M, 256, 256, 256, C, 512, 512, 512, M, 512, 512, 512]

        """,
        with: """
          features:
            [64, 64, M, 128, 128, M, 256, 256, 256, {maxpool: 2, ceil: true}, 512, 512, 512, M, 512, 512, 512]

          """),
    ])
}
