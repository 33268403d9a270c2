import VGGGraph
import VGGPhotoFit
import VGGSpec

/// `settings.py` of a training project: the network's properties that its other files need.
func settingsFile(
  _ network: NamedNetwork, classes: Int, _ provenance: Provenance, regenerate: String
) -> PythonFile {
  let graph = network.graph
  let photo = graph.preprocessing.perChannel(of: graph.input.channels)
  let values: [(String, PythonExpression)] =
    [
      ("NAME", .string(graph.name)),
      ("SHA256", .string(provenance.sha256)),
      ("NETWORK", .name(network.typeName)),
      ("CHANNELS", .integer(graph.input.channels)),
      ("HEIGHT", .integer(graph.input.height)),
      ("WIDTH", .integer(graph.input.width)),
      ("RESIZE", resize(graph.preprocessing.resize)),
      ("COVER", cover(graph.preprocessing.resize)),
      ("INTERPOLATION", .string(graph.preprocessing.interpolation.rawValue)),
      ("MEAN", .list(photo.mean.map { .number($0) })),
      ("STD", .list(photo.deviation.map { .number($0) })),
      ("CLASSES", .integer(classes)),
      ("LABELS", graph.labels.map { .list($0.map { .string($0) }) } ?? .none),
      ("SOFTMAX", lastSoftmax(of: graph).map { .integer($0) } ?? .none),
    ] + recipe(graph.training) + views(graph.augmentation)
  return PythonFile(
    header: provenance.pythonHeader(regenerate: regenerate) + [
      .paragraph(
        """
        The network's properties that training needs: its input shape, the preprocessing of images, its classes, \
        the index in the classifier of the softmax that computes the output (None without one), and the \
        configuration's training and augmentation.
        """)
    ],
    imports: ["from model import \(network.typeName)"],
    statements: values.map { .assignment($0, $1) })
}

/// The length of the shorter side, or the height and width of the whole picture.
private func resize(_ resize: PhotoResize) -> PythonExpression {
  switch resize {
  case .shorterSide(let side): .integer(side)
  case .size(let height, let width): .list([.integer(height), .integer(width)])
  case .cover, .unchanged: .none
  }
}

/// The height and width that pictures are made to cover, if their size differs from the crop's.
private func cover(_ resize: PhotoResize) -> PythonExpression {
  switch resize {
  case .cover(let height, let width): .list([.integer(height), .integer(width)])
  case .shorterSide, .size, .unchanged: .none
  }
}

/// The configuration's `training`, which the project's options default to.
private func recipe(_ recipe: TrainingRecipe) -> [(String, PythonExpression)] {
  optimizer(recipe.optimizer) + [
    ("RATE", .number(recipe.rate)),
    ("WEIGHT_DECAY", .number(recipe.weightDecay)),
    ("BATCH", .integer(recipe.batch)),
    ("EPOCHS", .integer(recipe.epochs)),
    ("SCHEDULE: dict[str, object]", .dictionary(schedule(recipe.schedule))),
    ("CLIP", recipe.clip.map { .number($0) } ?? .none),
    ("LABEL_SMOOTHING", .number(recipe.labelSmoothing)),
    ("SEED", .integer(recipe.seed)),
  ]
}

private func optimizer(_ optimizer: TrainingRecipe.Optimizer) -> [(String, PythonExpression)] {
  switch optimizer {
  case .sgd(let momentum):
    [("OPTIMIZER", .string("sgd")), ("MOMENTUM", .number(momentum)), ("BETAS", .none)]
  case .adam(let beta1, let beta2):
    [
      ("OPTIMIZER", .string("adam")), ("MOMENTUM", .none),
      ("BETAS", .list([.number(beta1), .number(beta2)])),
    ]
  }
}

/// The schedule in the language's words; the constant rate has none.
private func schedule(_ schedule: RateSchedule) -> [PythonPair] {
  switch schedule {
  case .constant: []
  case .step(let every, let factor):
    [PythonPair("step", .integer(every)), PythonPair("factor", .number(factor))]
  case .steps(let after, let factor):
    [
      PythonPair("step", .list(after.map { .integer($0) })),
      PythonPair("factor", .number(factor)),
    ]
  case .rates(let rates): [PythonPair("rates", .list(rates.map { .number($0) }))]
  case .cosine(let final): [PythonPair("cosine", .number(final))]
  case .plateau(let patience, let factor):
    [PythonPair("plateau", .integer(patience)), PythonPair("factor", .number(factor))]
  }
}

/// The configuration's `augment`.
private func views(_ augmentation: Augmentation) -> [(String, PythonExpression)] {
  [("CROP", crop(augmentation.crop)), ("FLIP", .number(augmentation.flip))]
}

private func crop(_ crop: RandomCrop) -> PythonExpression {
  func bounds(_ range: ClosedRange<Double>) -> PythonExpression {
    .list([.number(range.lowerBound), .number(range.upperBound)])
  }
  return switch crop {
  case .none: .none
  case .resized(let scale, let ratio):
    .dictionary([PythonPair("scale", bounds(scale)), PythonPair("ratio", bounds(ratio))])
  case .padded(let padding): .dictionary([PythonPair("padding", .integer(padding))])
  }
}

/// The classifier's index of the softmax that makes the network output probabilities; `nil`
/// if it outputs scores.
private func lastSoftmax(of graph: ModelGraph) -> Int? {
  guard graph.outcome == .probabilities else { return nil }
  for layer in graph.layers.reversed() {
    if layer.kind.isSoftmax, case .classifier(let index) = layer.position { return index }
  }
  return nil
}
