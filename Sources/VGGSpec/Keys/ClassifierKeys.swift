import VGGFindings

/// `classifier: {hidden: [4096, 4096], dropout: 0.5, classes: 10}`, and its dense form with `dense: 7`.
package enum ClassifierKey: String, ConfigurationKey {
  case dense
  case hidden
  case dropout
  case classes

  package static let section = Section.classifier

  package static let otherNames: [String: Self] = [
    "num_classes": .classes, "out": .classes, "outputs": .classes,
    "hidden_sizes": .hidden, "hidden_units": .hidden, "units": .hidden,
    "fully_convolutional": .dense,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .dense:
      means(
        "The paper's dense form: the map size that the first layer was trained for, 7 or [7, 7]. On a larger "
          + "map, the layers run at every position as convolutions, and the scores are averaged.",
        .oneOf([
          .word(Word("none", "The map is flattened.", for: .without(.dense))),
          .sides(LanguageBounds.kernel),
        ]),
        default: .value(.word("none")))
    case .hidden:
      means(
        "Sizes of the hidden layers, each with an activation and dropout; [] for none.",
        .list(of: .integer(LanguageBounds.channels), count: 0...LanguageBounds.elementCount),
        default: .value(.list(LanguageDefaults.hidden.map { .integer($0) })))
    case .dropout:
      means(
        "The probability of the dropout after each hidden layer's activation; 0 for no dropout layers.",
        .number(0...1), default: .value(.number(LanguageDefaults.dropout)))
    case .classes:
      means(
        "The number of outputs of the last layer.", .integer(LanguageBounds.channels),
        default: .value(.integer(LanguageDefaults.classes)))
    }
  }
}

/// The entries of a `classifier` list, except activations.
package enum ClassifierElementKey: String, ConfigurationKey {
  case linear
  case batchNorm = "batch_norm"
  case dropout
  case softmax

  package static let section = Section.classifierLayer

  /// The meaning of the layer's value; `batch_norm` and `softmax` are words and have none.
  package var meaning: KeyMeaning {
    switch self {
    case .linear:
      means(
        "Fully connected layer: the number of outputs, or a mapping with `in`, `out` and `bias`.",
        .oneOf([.integer(LanguageBounds.channels), .mapping(MappingForm(LinearKey.self))]),
        default: .required)
    case .batchNorm:
      means(
        "Batch normalisation of each output of a linear layer.", .nothing, default: .required)
    case .dropout: means("Dropout with this probability.", .number(0...1), default: .required)
    case .softmax: means("Softmax over all values.", .nothing, default: .required)
    }
  }
}

/// `linear: {in: 25088, out: 4096, bias: true}`.
package enum LinearKey: String, ConfigurationKey {
  case `in`
  case out
  case bias

  package static let section = Section.linear

  package static let otherNames: [String: Self] = [
    "in_features": .in, "inputs": .in, "out_features": .out, "outputs": .out, "units": .out,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .in:
      means(
        "The number of inputs: only checked against the previous layer's output.",
        .integer(1...Int.max), default: .rule("the previous layer's outputs"))
    case .out:
      means("The number of outputs.", .integer(LanguageBounds.channels), default: .required)
    case .bias:
      means(
        "Whether each output has a bias.", .truth, default: .value(.truth(LanguageDefaults.bias)))
    }
  }
}

extension ValueForm {
  /// An entry of a `classifier` list.
  static var classifierLayer: ValueForm {
    .oneOf(
      ClassifierElementKey.allCases.map { key in
        switch key {
        case .batchNorm, .softmax:
          .word(Word(key.rawValue, key.meaning.summary, for: .classifierLayer(key)))
        case .linear, .dropout: .mapping(MappingForm(ClassifierElementKey.self, [key]))
        }
      } + ActivationWord.forms)
  }
}
