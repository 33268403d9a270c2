import Testing
import VGGCompute
import VGGGraph
import VGGTestSupport
import VGGTraining
import VGGWeights

@Suite struct TrainerTests {
  private static let configuration = """
    input: [3, 12, 10]
    batch_norm: true
    features: [8, M, 17, {dropout: 0.2}, M]
    classifier: {hidden: [19], dropout: 0.5, classes: 5}
    """

  private static let optimizers: [Optimizer] = [
    .paper, .sgd(momentum: 0, weightDecay: 0), .adam(weightDecay: 1e-3),
  ]

  @Test(arguments: optimizers) func threadsDoNotMatter(_ optimizer: Optimizer) throws {
    let states = try [1, 2, 3].map { threads in
      let trainer = try trainer(threads: threads, optimizer)
      try train(trainer, steps: 0..<4)
      return try values(of: trainer)
    }
    #expect(states[0] == states[1])
    #expect(states[0] == states[2])
  }

  @Test(arguments: optimizers) func aResumedTrainingIsTheSame(_ optimizer: Optimizer) throws {
    let whole = try trainer(optimizer)
    try train(whole, steps: 0..<6)
    let first = try trainer(optimizer)
    try train(first, steps: 0..<3)
    try withTemporaryFolder { folder in
      let (weights, moments) = ("\(folder.path)/weights.st", "\(folder.path)/moments.st")
      try writeSafetensors(first.stateDescriptions, from: first.state, to: weights)
      try writeSafetensors(first.optimizerDescriptions, from: first.optimizerState, to: moments)
      let second = try trainer(optimizer, weights: WeightFile(path: weights))
      try second.restore(optimizer: WeightFile(path: moments), steps: first.steps)
      try train(second, steps: 3..<6)
      #expect(try values(of: second) == values(of: whole))
    }
  }

  @Test func anotherSeedDropsOtherNumbers() throws {
    let trainers = try [1, 2].map { try trainer(.paper, seed: $0) }
    for trainer in trainers { try train(trainer, steps: 0..<1) }
    #expect(try values(of: trainers[0]) != values(of: trainers[1]))
  }

  @Test func fewerImagesAreABatchOfTheirOwn() throws {
    let (large, small) = (try trainer(.paper, batch: 9), try trainer(.paper, batch: 4))
    for trainer in [large, small] { try train(trainer, steps: 0..<3, images: 4) }
    #expect(try values(of: large) == values(of: small))
    try train(large, steps: 3..<4, images: 9)
  }

  @Test func frozenFeaturesStayAsTheyAre() throws {
    let graph = try VGGTestSupport.graph(Self.configuration)
    let trainer = try Trainer(
      graph, weights: VariedWeights(),
      options: TrainingOptions(batch: 4, frozen: .features))
    try train(trainer, steps: 0..<3)
    for tensor in trainer.stateDescriptions {
      let before = try VariedWeights().tensor(tensor.name, shape: tensor.shape).values
      let after = try trainer.state.tensor(tensor.name, shape: tensor.shape).values
      #expect((before == after) == tensor.name.hasPrefix("features"), "\(tensor.name)")
      #expect((trainer.gradient(tensor.name) == nil) == tensor.name.hasPrefix("features"))
    }
  }

  /// A layer by the paper's name and torchvision's, with its batch normalisation; a part of the classifier.
  @Test(arguments: [
    ("conv1_1", ["features.0", "features.1"], "conv1_1"),
    ("features.4", ["features.0", "features.1", "features.4", "features.5"], "conv2_1"),
    ("pool1", ["features.0", "features.1"], "pool1"),
    ("fc3", ["features.0", "features.1", "features.4", "features.5", "classifier.0"], "fc3"),
  ])
  func layersUpToANamedOneStayAsTheyAre(
    _ name: String, _ frozen: [String], _ written: String
  ) throws {
    let graph = try VGGTestSupport.graph(
      """
      input: [3, 8, 8]
      batch_norm: true
      features: [4, M, 6, M]
      classifier: {hidden: [5], classes: 3}
      """)
    let part = try #require(FrozenPart(name, in: graph))
    #expect(part.description == written)
    let trainer = try Trainer(
      graph, weights: VariedWeights(), options: TrainingOptions(batch: 4, frozen: part))
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3 { _ = try trainer.step(random.floats(4 * 3 * 64), [0, 1, 2, 1], rate: 0.1) }
    for tensor in trainer.stateDescriptions {
      let before = try VariedWeights().tensor(tensor.name, shape: tensor.shape).values
      let after = try trainer.state.tensor(tensor.name, shape: tensor.shape).values
      let isFrozen = frozen.contains { tensor.name.hasPrefix($0 + ".") }
      #expect((before == after) == isFrozen, "\(tensor.name)")
    }
  }

  /// A dense classifier comes before its mean: if it is frozen, there is nothing to train.
  @Test(arguments: [("fc2", ["features.0", "classifier.0"]), ("pool2", nil)])
  func aPartOfADenseForm(_ name: String, _ frozen: [String]?) throws {
    let graph = try VGGTestSupport.graph(
      "input: [3, 8, 8]\nfeatures: [4, M]\nclassifier: {dense: 3, hidden: [5], dropout: 0, classes: 3}\n"
    )
    let part = try #require(FrozenPart(name, in: graph))
    let options = TrainingOptions(batch: 4, frozen: part)
    guard let frozen else {
      #expect(throws: ComputeError.self) {
        try Trainer(graph, weights: VariedWeights(), options: options)
      }
      return
    }
    let trainer = try Trainer(graph, weights: VariedWeights(), options: options)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3 { _ = try trainer.step(random.floats(4 * 3 * 64), [0, 1, 2, 1], rate: 0.1) }
    for tensor in trainer.stateDescriptions {
      let before = try VariedWeights().tensor(tensor.name, shape: tensor.shape).values
      let after = try trainer.state.tensor(tensor.name, shape: tensor.shape).values
      #expect(
        (before == after) == frozen.contains { tensor.name.hasPrefix($0 + ".") }, "\(tensor.name)")
    }
  }

  @Test func aLayerThatIsNotThereIsNoPart() throws {
    let graph = try VGGTestSupport.graph(Self.configuration)
    for name in ["conv9_1", "", "Features", "features.99"] {
      #expect(FrozenPart(name, in: graph) == nil)
    }
    #expect(FrozenPart.names(in: graph).contains("conv1_1"))
  }

  /// PyTorch raises an error in this case.
  @Test func aSingleValueOfAChannelLeavesRunningStatistics() throws {
    let graph = try VGGTestSupport.graph(
      "input: [3, 4, 4]\nbatch_norm: true\nfeatures: [4, M, M, conv1-6]\nclassifier: {hidden: [], classes: 3}"
    )
    let trainer = try Trainer(
      graph, weights: VariedWeights(), options: TrainingOptions(batch: 2))
    func running(_ name: String) throws -> [Float] {
      let tensor = try #require(trainer.stateDescriptions.first { $0.name == name })
      return try trainer.state.tensor(name, shape: tensor.shape).values
    }
    let names = ["features.1.running_mean", "features.6.running_var", "features.6.running_mean"]
    let before = try names.map(running)
    var random = SeededGenerator(seed: 4)
    let result = try trainer.step(random.floats(3 * 4 * 4), [1], rate: 0.01)
    #expect(result.loss.isFinite)
    let after = try names.map(running)
    #expect(after[0] != before[0])
    #expect(Array(after[1...]) == Array(before[1...]))
    _ = try trainer.step(random.floats(2 * 3 * 4 * 4), [1, 2], rate: 0.01)
    #expect(try running(names[1]) != before[1])
  }

  @Test func aBatchIsLearnt() throws {
    let trainer = try trainer(.sgd(momentum: 0.9, weightDecay: 0), batch: 8)
    let (images, labels) = batch(0, images: 8)
    let first = try trainer.evaluate(images, labels)
    for _ in 0..<150 { _ = try trainer.step(images, labels, rate: 0.02) }
    let last = try trainer.evaluate(images, labels)
    #expect(last.loss < first.loss / 20 && last.correct == 8)
  }

  @Test func aLossThatIsNoNumberChangesNoWeight() throws {
    let trainer = try trainer(.paper)
    try train(trainer, steps: 0..<2)
    let before = try trainer.state.tensor("classifier.0.weight", shape: [19, 102]).values
    let (values, labels) = batch(2, images: 4)
    let images = values.map { _ in Float.nan }
    let error = #expect(throws: DivergedTraining.self) {
      try trainer.step(images, labels, rate: 0.5)
    }
    #expect(error?.step == 2 && error?.rate == 0.5)
    #expect(error?.description.contains("step 3 at rate 0.5") == true)
    #expect(try trainer.state.tensor("classifier.0.weight", shape: [19, 102]).values == before)
  }

  @Test func aSoftmaxAmidTheNetworkIsRefused() throws {
    let graph = try VGGTestSupport.graph(
      "input: [3, 6, 6]\nfeatures: [4]\nclassifier: [linear: 3, softmax, linear: 2]")
    let error = #expect(throws: ComputeError.self) {
      try Trainer(graph, weights: VariedWeights(), options: TrainingOptions(batch: 2))
    }
    #expect(
      error?.description.contains("classifier.1 is a softmax inside the network") == true
    )
  }

  @Test func moreThanTheMachineHoldsIsRefused() throws {
    let error = #expect(throws: ComputeError.self) {
      try Trainer(
        builtIn("D"), weights: VariedWeights(), options: TrainingOptions(batch: 40_000))
    }
    #expect(error?.description.contains("with 40000 images per step, but this machine has") == true)
  }

  @Test func optionsHaveBounds() throws {
    let graph = try VGGTestSupport.graph(Self.configuration)
    var wrong = [TrainingOptions](repeating: TrainingOptions(batch: 4), count: 6)
    wrong[0].batch = 0
    wrong[1].threads = 0
    wrong[2].labelSmoothing = 1
    wrong[3].largestNorm = 0
    wrong[4].optimizer = .sgd(momentum: 1, weightDecay: 0)
    wrong[5].optimizer = .adam(beta2: -0.1, weightDecay: 0)
    for options in wrong {
      #expect(throws: ComputeError.self) {
        try Trainer(graph, weights: VariedWeights(), options: options)
      }
    }
  }

  // MARK: -

  private func trainer(
    threads: Int = 2, _ optimizer: Optimizer, batch: Int = 4, seed: UInt64 = 1,
    weights: some WeightSource = SeededInitializer(seed: 1)
  ) throws -> Trainer {
    try Trainer(
      VGGTestSupport.graph(Self.configuration), weights: weights,
      options: TrainingOptions(batch: batch, threads: threads, seed: seed, optimizer: optimizer))
  }

  private func train(_ trainer: Trainer, steps: Range<Int>, images: Int = 4) throws {
    for step in steps {
      let (images, labels) = batch(step, images: images)
      _ = try trainer.step(images, labels, rate: 0.01)
    }
  }

  private func batch(_ step: Int, images: Int) -> (images: [Float], labels: [Int32]) {
    var random = SeededGenerator(seed: UInt64(100 + step))
    let values = random.floats(images * 3 * 12 * 10)
    return (values, (0..<images).map { _ in Int32(random.int(0...4)) })
  }

  private func values(of trainer: Trainer) throws -> [[Float]] {
    try trainer.stateDescriptions.map {
      try trainer.state.tensor($0.name, shape: $0.shape).values
    }
      + trainer.optimizerDescriptions.map {
        try trainer.optimizerState.tensor($0.name, shape: $0.shape).values
      }
  }
}
