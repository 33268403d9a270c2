import VGGFindings

/// The keys of a file, and of the mappings under `models`.
package enum ModelKey: String, ConfigurationKey {
  case name
  case extends
  case input
  case features
  case batchNorm = "batch_norm"
  case activation
  case avgpool
  case classifier
  case until
  case taps
  case labels
  case preprocess
  case augment
  case training
  case limits
  case models

  package static let section = Section.configuration

  package static let otherNames: [String: Self] = [
    "architecture": .features, "backbone": .features, "cfg": .features, "cfgs": .features,
    "config": .features, "layers": .features,
    "base": .extends, "inherits": .extends,
    "image_size": .input, "input_shape": .input, "input_size": .input,
    "act": .activation, "nonlinearity": .activation,
    "bn": .batchNorm, "fc": .classifier, "head": .classifier, "class_names": .labels,
    "end_at": .until, "last_layer": .until,
    "outputs": .taps, "return_layers": .taps, "return_nodes": .taps,
    "names": .labels,
    "preprocessing": .preprocess, "transforms": .preprocess,
    "augmentation": .augment, "augmentations": .augment, "data_augmentation": .augment,
    "fit": .training, "solver": .training, "train": .training, "trainer": .training,
  ]

  /// The keys that a model under `models` may have.
  static let ofNamedModels = allCases.filter { $0 != .name && $0 != .models }

  package var meaning: KeyMeaning {
    switch self {
    case .name:
      means("The model's name.", .text, default: .rule("the file name without its extension"))
    case .extends:
      means(
        "A built-in configuration or a file to start from; keys set here override its keys.",
        .oneOf(
          BuiltInConfiguration.all.map {
            .word(Word($0.name, "The built-in configuration \($0.name).", for: .builtIn))
          } + [.text]),
        default: .rule("none"))
    case .input:
      means(
        "The image's channels, height and width.", .input,
        default: .value(
          .list(
            [
              LanguageDefaults.input.channels, LanguageDefaults.input.height,
              LanguageDefaults.input.width,
            ]
            .map { .integer($0) })))
    case .features:
      means(
        "The layers before the classifier, in order.", .features,
        default: .rule("from `extends`; otherwise required"))
    case .batchNorm:
      means(
        "Whether there is batch normalisation between each convolution and its activation.", .truth,
        default: .value(.truth(LanguageDefaults.batchNorm)))
    case .activation:
      means(
        "The activation after each convolution and each of the short classifier's hidden layers, or "
          + "`none`.", .activation, default: .value(.word(ActivationWord.relu.rawValue)))
    case .avgpool:
      means(
        "The output height and width of adaptive average pooling of the last map; 1 is global average "
          + "pooling.",
        .oneOf(
          [
            .word(
              Word(
                "none", "No pooling between the features and the classifier.",
                for: .without(.avgpool))), .nothing,
          ]
            + [.integer(LanguageBounds.imageSide), .plane]),
        default: .value(.word("none")))
    case .classifier:
      means(
        "The fully connected layers: a mapping with `hidden`, `dropout` and `classes`, a list "
          + "of layers, or `none`.",
        .oneOf([
          .mapping(MappingForm(ClassifierKey.self)),
          .list(of: .classifierLayer, count: 1...LanguageBounds.elementCount),
          .word(
            Word(
              "none", "No classifier: the network ends in its last feature map.",
              for: .without(.classifier))),
        ]),
        default: .rule(
          "{hidden: \(LanguageDefaults.hidden), dropout: \(LanguageDefaults.dropout), "
            + "classes: \(LanguageDefaults.classes)}"))
    case .until:
      means(
        "The network's last layer, by the paper's name or torchvision's: `relu5_4`, `features.28`.",
        .text, default: .rule("the last layer of the classifier"))
    case .taps:
      means(
        "Layers whose values are additional outputs of the network, by the paper's names or "
          + "torchvision's: `[relu1_2, relu2_2]`.",
        .list(of: .text, count: 0...LanguageBounds.elementCount), default: .rule("none"))
    case .labels:
      means(
        "The names of the classes, in the order of the outputs: a list, or a file with one name per "
          + "line.",
        .oneOf([.list(of: .text, count: 0...LanguageBounds.elementCount), .text]),
        default: .rule("none"))
    case .preprocess:
      means(
        "How photos are converted to the input.", .mapping(MappingForm(PreprocessKey.self)),
        default: .rule("from the input"))
    case .augment:
      means(
        "Random changes to each training photo.",
        .mapping(MappingForm(AugmentKey.self)), default: .rule("none"))
    case .training:
      means(
        "How `vgg train` trains the network.", .mapping(MappingForm(TrainingKey.self)),
        default: .rule("the paper's"))
    case .limits:
      means(
        "Upper limits on the network's costs; exceeding one is an error.",
        .mapping(MappingForm(LimitKey.self)), default: .rule("none"))
    case .models:
      means(
        "Several models by name, each a features list or a mapping; the file's other keys apply to "
          + "all of them.",
        .named(
          .oneOf([.features, .mapping(MappingForm(Self.self, Self.ofNamedModels))]),
          count: 1...LanguageBounds.modelCount), default: .rule("none"))
    }
  }
}

/// `input: {channels: 3, height: 32, width: 32}`.
package enum InputKey: String, ConfigurationKey {
  case channels
  case height
  case width

  package static let section = Section.input
  package static let otherNames: [String: Self] = ["c": .channels, "h": .height, "w": .width]

  package var meaning: KeyMeaning {
    switch self {
    case .channels:
      means("The image's channels.", .integer(LanguageBounds.channels), default: .required)
    case .height:
      means("The image's height in pixels.", .integer(LanguageBounds.imageSide), default: .required)
    case .width:
      means("The image's width in pixels.", .integer(LanguageBounds.imageSide), default: .required)
    }
  }
}

/// `limits: {parameters: 20M, macs: 2G, activations: 64MiB}`.
package enum LimitKey: String, ConfigurationKey {
  case parameters
  case macs
  case activations

  package static let section = Section.limits
  package static let otherNames: [String: Self] = ["params": .parameters]

  package var meaning: KeyMeaning {
    switch self {
    case .parameters:
      means("Learned parameters, such as 20M.", .quantity(inBytes: false), default: .rule("none"))
    case .macs:
      means(
        "Multiply-adds for one image, such as 2G.", .quantity(inBytes: false),
        default: .rule("none"))
    case .activations:
      means(
        "Bytes of the outputs of all layers for one image, such as 64MiB.",
        .quantity(inBytes: true), default: .rule("none"))
    }
  }
}

extension ModelKey {
  /// A whole file.
  package static var file: MappingForm {
    MappingForm(Self.self, needsOneOf: [.extends, .features, .models])
  }
}

extension ValueForm {
  /// `[3, 224, 224]`, `{channels: 3, height: 224, width: 224}` or `3x224x224`.
  fileprivate static var input: ValueForm {
    .oneOf([
      .tuple(
        [.integer(LanguageBounds.channels)]
          + Array(repeating: .integer(LanguageBounds.imageSide), count: 2)),
      .mapping(MappingForm(InputKey.self)),
      .pattern(
        TextPattern(
          "3x224x224", "Channels, height and width.", for: .input,
          expression: "^0*[1-9][0-9]{0,7}x0*[1-9][0-9]{0,6}x0*[1-9][0-9]{0,6}$")),
    ])
  }

  /// `[height, width]`.
  static var plane: ValueForm {
    .tuple(Array(repeating: .integer(LanguageBounds.imageSide), count: 2))
  }

  /// `20M`, `64MiB`.
  fileprivate static func quantity(inBytes: Bool) -> ValueForm {
    let units = inBytes ? "(B|[kKMGT]B|[KMGT]iB)" : "[kKMGT]"
    let text = TextPattern(
      inBytes ? "64MiB" : "20M", inBytes ? "A size with its unit." : "A count with its unit.",
      for: inBytes ? .byteCount : .count,
      expression: "^([0-9_]*\\.?[0-9_]+|[0-9_]+\\.) *\(units)?$")
    return .oneOf([.number(0...9e18), .pattern(text)])
  }
}
