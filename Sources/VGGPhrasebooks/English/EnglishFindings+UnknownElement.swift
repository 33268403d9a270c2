import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnknownElement) -> FindingWords {
    switch finding {
    case .feature(let text, let nearest):
      FindingWords(
        "unknown entry `\(shortened(text))` in `features`", label: nearest.map(didYouMean),
        notes: nearest == nil
          ? [
            Note(
              "valid entries: a channel count (64), conv3-64, M or maxpool, LRN, an activation such as relu, batch_norm, or a mapping such as {conv: 64}"
            )
          ] : [])
    case .comesByItself(let layer, let text, _):
      FindingWords(
        "`\(shortened(text))` can't be an entry of `features`: \(words(for: layer))",
        notes: notes(on: layer))
    case .partOfClassifier(let text, let outputs): words(for: text, withOutputs: outputs)
    case .dropoutWithoutProbability(let text):
      FindingWords(
        "`\(shortened(text))` needs a probability: \(UnknownElement.halfDropout)",
        notes: [
          Note(
            "dropout after the classifier's hidden layers is `classifier: {dropout: 0.5}`, the default"
          )
        ])
    case .convolutionWithoutChannels(let text, let kernel):
      FindingWords(
        "`\(text)` has no output channels: conv\(kernel)-64 is a \(kernel)x\(kernel) convolution with 64"
      )
    case .ceilPoolLetter(let letter):
      FindingWords(
        "unknown entry `\(letter)`: in SSD's lists, it is max pooling that rounds its output size up",
        notes: [Note("write \(UnknownElement.ceilPool) for that; `M` rounds down")])
    case .averagePoolLetter:
      FindingWords(
        "unknown entry `A`: in CIFAR variants, it is average pooling",
        notes: [Note("write \(UnknownElement.averagePool) for that")])
    case .swappedNotation(let kernel, let channels):
      FindingWords(
        "`conv\(kernel)-\(channels)` would be a \(kernel)x\(kernel) convolution: the kernel comes first",
        label: didYouMean("conv\(channels)-\(kernel)"),
        notes: [
          Note("a kernel that large is written {conv: \(channels), kernel: \(kernel)}")
        ])
    case .featureWithoutKind(_, let known, let nearest):
      FindingWords(
        "this entry names no layer; one key must be \(known.joined(separator: ", "))",
        label: nearest.map(didYouMean))
    case .classifierLayer(let text, let known, let nearest):
      words(for: text, notOneOf: known, of: "a classifier layer", nearest: nearest)
    case .bareNumber(let size):
      FindingWords(
        "\(size) alone is not a classifier layer; write `linear: \(size)`",
        notes: [Note("or use the short form: `classifier: {hidden: [4096], classes: 10}`")])
    case .denseInList:
      FindingWords(
        "`dense` is a key of the classifier's short form, not a layer in a list",
        notes: [
          Note("the dense form: `classifier: {dense: 7, hidden: [4096, 4096], classes: 1000}`"),
          Note("a fully connected layer, Keras's Dense, is `linear: 4096`"),
        ])
    case .optimizer(let name, let known, let nearest):
      words(for: name, notOneOf: known, of: "an optimiser", nearest: nearest)
    case .schedule(let name, let known, let nearest):
      words(
        for: name, notOneOf: known + ["a list of rates"], of: "a schedule", nearest: nearest)
    case .activation(let name, let known, let nearest):
      words(for: name, notOneOf: known, of: "an activation", nearest: nearest)
    case .globalPool(let name, let known, let nearest):
      words(for: name, notOneOf: known, of: "a kind of global pooling", nearest: nearest)
    case .interpolation(let name, let known, let nearest):
      words(for: name, notOneOf: known, of: "an interpolation method", nearest: nearest)
    }
  }

  private func words(for layer: UnknownElement.ImpliedLayer) -> String {
    switch layer {
    case .relu: "a ReLU follows each convolution automatically"
    case .batchNorm: "`batch_norm: true` puts one between each convolution and its ReLU"
    case .flatten: "the last map is flattened automatically before the classifier"
    case .adaptivePool: "`avgpool: 1` at the top level averages the last map before the classifier"
    }
  }

  private func notes(on layer: UnknownElement.ImpliedLayer) -> [Note] {
    switch layer {
    case .relu, .flatten: []
    case .batchNorm:
      [
        Note("write `batch_norm: true` next to `features`, and remove this"),
        Note("the entry `batch_norm` adds one at that place, after the ReLU"),
      ]
    case .adaptivePool:
      [
        Note("`avgpool: 7` makes the map 7 x 7, as in torchvision"),
        Note("between features, write {global: average}"),
      ]
    }
  }

  private func words(for text: String, withOutputs outputs: Int?) -> FindingWords {
    let example =
      outputs.map { "`linear: \($0)` there, or `classifier: {hidden: [4096, 4096], classes: 10}`" }
      ?? "`classifier: {hidden: [4096, 4096], classes: 10}`"
    return FindingWords(
      "`\(shortened(text))` is a layer of the classifier, not of the features",
      notes: [Note("write \(example)")])
  }

  private func words(
    for name: String, notOneOf known: [String], of what: String, nearest: String?
  ) -> FindingWords {
    FindingWords(
      "`\(shortened(name))` is not \(what); valid values: \(known.joined(separator: ", "))",
      label: nearest.map(didYouMean))
  }
}
