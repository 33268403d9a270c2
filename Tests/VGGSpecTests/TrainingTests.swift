import Testing
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec
import VGGTestSupport

/// The `training` and `augment` keys.
@Suite struct TrainingTests {
  private static let rest = "features: [8, M]\navgpool: 1\nclassifier: {hidden: [], classes: 2}\n"

  private func graph(_ text: String) throws -> ModelGraph {
    let compilation = compile(text + "\n" + Self.rest)
    #expect(compilation.diagnostics.map(\.message) == [])
    return try #require(compilation.graphs.first)
  }

  @Test func thePapersNumbersAreTheDefaults() throws {
    let recipe = try graph("").training
    #expect(recipe.optimizer == .sgd(momentum: 0.9))
    #expect(recipe.rate == 0.01 && recipe.weightDecay == 0.0005)
    #expect(recipe.batch == 256 && recipe.epochs == 74)
    #expect(recipe.schedule == .plateau(patience: 5, factor: 0.1))
    #expect(recipe.clip == nil && recipe.labelSmoothing == 0 && recipe.seed == 0)
    #expect(try graph("").augmentation == Augmentation(crop: .none, flip: 0))
  }

  @Test func everyPartIsRead() throws {
    let recipe = try graph(
      "training: {optimizer: adam, rate: 2e-3, betas: [0.8, 0.99], weight_decay: 0.1, batch: 32, "
        + "epochs: 20, schedule: cosine, clip: 1, label_smoothing: 0.1, seed: 7}"
    ).training
    #expect(recipe.optimizer == .adam(beta1: 0.8, beta2: 0.99))
    #expect(recipe.rate == 0.002 && recipe.weightDecay == 0.1)
    #expect(recipe.batch == 32 && recipe.epochs == 20)
    #expect(recipe.schedule == .cosine(final: 0))
    #expect(recipe.clip == 1 && recipe.labelSmoothing == 0.1 && recipe.seed == 7)
    let adam = try graph("training: {optimizer: adam}").training
    #expect(adam.rate == 0.001 && adam.weightDecay == 0)
    #expect(try graph("training: {momentum: 0.5}").training.optimizer == .sgd(momentum: 0.5))
  }

  @Test(arguments: [
    ("constant", RateSchedule.constant),
    ("plateau", .plateau(patience: 5, factor: 0.1)),
    ("{plateau: 3}", .plateau(patience: 3, factor: 0.1)),
    ("{plateau: 3, factor: 0.5}", .plateau(patience: 3, factor: 0.5)),
    ("{step: 30}", .step(every: 30, factor: 0.1)),
    ("{step: [3, 6], factor: 0.2}", .steps(after: [3, 6], factor: 0.2)),
    ("cosine", .cosine(final: 0)),
    ("{cosine: 0.001}", .cosine(final: 0.001)),
    ("[0.05, 0.05, 0.01, 2e-3]", .rates([0.05, 0.05, 0.01, 0.002])),
  ])
  func schedules(text: String, schedule: RateSchedule) throws {
    #expect(try graph("training: {schedule: \(text)}").training.schedule == schedule)
  }

  @Test func listedRatesSetTheEpochs() throws {
    let recipe = try graph("training: {schedule: [0.05, 0.05, 0.01]}").training
    #expect(recipe.epochs == 3 && recipe.rate == 0.05)
    #expect(try graph("training: {schedule: [0.05, 0.01], epochs: 9}").training.epochs == 9)
  }

  @Test(arguments: [
    ("{crop: random, flip: 0.5}", Augmentation(crop: .standard, flip: 0.5)),
    ("{crop: {}}", Augmentation(crop: .standard)),
    ("{crop: none}", Augmentation()),
    (
      "{crop: {scale: [0.5, 1]}}",
      Augmentation(crop: .resized(scale: 0.5...1, ratio: 3.0 / 4...4.0 / 3))
    ),
    ("{crop: {ratio: [1, 1]}}", Augmentation(crop: .resized(scale: 0.08...1, ratio: 1...1))),
    ("{crop: {padding: 4}}", Augmentation(crop: .padded(4))),
  ])
  func augmentations(text: String, expected: Augmentation) throws {
    #expect(try graph("augment: \(text)").augmentation == expected)
  }

  static let mistakes: [(String, DiagnosticID, String)] = [
    (
      "training: 1️⃣fast", .wrongType,
      "training must be a mapping with optimizer, rate, epochs, …, not the string \"fast\""
    ),
    (
      "training: {optimizer: 1️⃣rmsprop}", .unknownElement,
      "`rmsprop` is not an optimiser; valid values: sgd, adam"
    ),
    (
      "training: {optimizer: 1️⃣adan}", .unknownElement,
      "`adan` is not an optimiser; valid values: sgd, adam"
    ),
    (
      "training: {rate: 1️⃣-0.1}", .valueOutOfRange,
      "rate must be between 0 and 1,000, not -0.1"
    ),
    (
      "training: {batch: 1️⃣0}", .valueOutOfRange, "batch must be between 1 and 65,536, not 0"
    ),
    (
      "training: {epochs: 1️⃣2.5}", .wrongType,
      "epochs must be a whole number, not the number 2.5"
    ),
    (
      "training: {seed: 1️⃣-1}", .valueOutOfRange, "seed must be at least 0, not -1"
    ),
    (
      "training: {clip: 1️⃣0}", .valueOutOfRange,
      "clip must be between 0.000001 and 1,000,000, not 0"
    ),
    (
      "training: {optimizer: adam, betas: 1️⃣[0.9]}", .wrongType,
      "betas must be a list of two decays, such as [0.9, 0.999], but this list has 1 entry"
    ),
    (
      "training: {optimizer: adam, 1️⃣momentum: 0.9}", .conflictingKeys,
      "`momentum` is for sgd, but the optimiser is adam"
    ),
    (
      "training: {1️⃣rate: 0.1, schedule: [0.1, 0.01]}", .conflictingKeys,
      "the rate is set twice: the schedule lists one for each epoch"
    ),
    (
      "training: {schedule: 1️⃣step}", .missingKey,
      "`step` needs epochs, such as {step: 30} or {step: [30, 60]}"
    ),
    (
      "training: {schedule: {step: [30, 1️⃣20]}}", .valueOutOfRange,
      "steps must increase, but 20 comes after 30"
    ),
    (
      "training: {schedule: {cosine: 0, 1️⃣factor: 0.1}}", .conflictingKeys,
      "a cosine schedule has no factor; its value is the final rate"
    ),
    (
      "training: {schedule: {step: 3, 1️⃣plateau: 2}}", .conflictingKeys,
      "a schedule can't have both `step` and `plateau`; remove one"
    ),
    (
      "training: {schedule: 1️⃣[]}", .wrongType,
      "schedule must be a list of rates, one per epoch, but this list has 0 entries"
    ),
    (
      "training: {schedule: 1️⃣{factor: 0.1}}", .missingKey, "`step` is missing from schedule"
    ),
    (
      "augment: {flip: 1️⃣2}", .valueOutOfRange, "flip must be between 0 and 1, not 2"
    ),
    (
      "augment: {crop: 1️⃣224}", .wrongType,
      "crop must be none, random, {scale: [0.08, 1]} or {padding: 4}, not the number 224"
    ),
    (
      "augment: {crop: {scale: 1️⃣[1, 0.5]}}", .valueOutOfRange,
      "scale must start with its smaller value"
    ),
    (
      "augment: {crop: {padding: 4, 1️⃣scale: [0.5, 1]}}", .conflictingKeys,
      "a random crop can't have both `padding` and `scale`; remove one"
    ),
  ]

  @Test(arguments: mistakes)
  func mistake(text: String, id: DiagnosticID, message: String) {
    let marked = MarkedText(text + "\n" + Self.rest)
    let found = compile(marked.text).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.id) == [id])
    #expect(found.map(\.message) == [message])
    #expect(found.first?.range.start == marked.markers["1️⃣"])
  }

  @Test(arguments: [
    ("training: {1️⃣lr: 0.1}", "rate"), ("training: {1️⃣batch_size: 8}", "batch"),
    ("training: {1️⃣epoch: 8}", "epochs"), ("training: {1️⃣weight_deacy: 0}", "weight_decay"),
    ("1️⃣train: {rate: 1}", "training"), ("1️⃣augmentation: {flip: 0}", "augment"),
    ("training: {schedule: {1️⃣step_size: 3}}", "step"), ("augment: {1️⃣hflip: 1}", "flip"),
    ("augment: {crop: {1️⃣pad: 1}}", "padding"), ("training: {optimizer: 1️⃣agd}", "sgd"),
    ("training: {schedule: 1️⃣cosin}", "cosine"),
  ])
  func misspeltNamesAreMended(text: String, meant: String) {
    let marked = MarkedText(text + "\n" + Self.rest)
    let found = compile(marked.text).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.range.start == marked.markers["1️⃣"])
    #expect(found.first?.fixIts.first?.replacement == meant)
  }

  @Test func partsBesideTheirSectionAreMoved() {
    let found = compile("rate: 0.1\nbatch: 8\n" + Self.rest).diagnostics
    #expect(
      found.map(\.message) == ["unknown key `rate` in a configuration; it belongs under `training`"]
    )
  }

  /// Parts are merged with those of the extended configuration, whose optimiser may have had
  /// others.
  @Test func partsAreInherited() throws {
    let text = """
      training: {momentum: 0.8, batch: 16}
      augment: {flip: 0.5}
      models:
        one:
          training: {optimizer: sgd, epochs: 3}
          augment: {crop: random}
          features: [8, M]
          classifier: {hidden: [], classes: 2}
      """
    let graph = try #require(compile(text).graphs.first)
    #expect(graph.training.batch == 16 && graph.training.epochs == 3)
    #expect(graph.training.optimizer == .sgd(momentum: 0.8))
    #expect(graph.augmentation == Augmentation(crop: .standard, flip: 0.5))
  }
}
