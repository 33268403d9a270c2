import Testing
import VGGCompute
import VGGExecution
import VGGTestSupport
import VGGTraining
import VGGWeights

/// Training compared with PyTorch's float64 results.
@Suite struct GoldenTests {
  @Test(arguments: GoldenTraining.all, InstructionSet.available)
  func theTrainingIsPyTorchs(_ golden: GoldenTraining, _ instructionSet: InstructionSet) throws {
    for isExact in [false, true] {
      let file = try golden.file()
      var options = try file.options()
      (options.instructionSet, options.isExact) = (instructionSet, isExact)
      let trainer = try Trainer(file.graph(), weights: file, options: options)
      let (losses, correct) = (try file.values("losses"), try file.values("correct"))
      for (step, batch) in try file.batches().enumerated() {
        let result = try trainer.step(batch.images, batch.labels, rate: file.rate)
        #expect(abs(result.loss - Double(losses[step])) < 1e-4 * Double(losses[step]))
        #expect(result.correct == Int(correct[step]))
        if step == 0 { try expectGradients(of: trainer, file) }
      }
      for tensor in trainer.stateDescriptions {
        let expected = try file.values("after.\(tensor.name)").map(Double.init)
        let values = try trainer.state.tensor(tensor.name, shape: tensor.shape).values
        #expect(largestError(values, expected) < 1e-4, "\(tensor.name)")
      }
      try expectEvaluation(of: trainer, file)
    }
  }

  private func expectGradients(of trainer: Trainer, _ file: WeightFile) throws {
    for tensor in trainer.stateDescriptions where !tensor.name.contains("running") {
      guard let values = try? file.values("gradient.\(tensor.name)") else {
        #expect(file.metadata["freeze"] != nil && trainer.gradient(tensor.name) == nil)
        continue
      }
      let expected = values.map(Double.init)
      let gradient = try #require(trainer.gradient(tensor.name))
      #expect(largestError(gradient, expected) < 1e-4, "gradient of \(tensor.name)")
    }
  }

  private func expectEvaluation(of trainer: Trainer, _ file: WeightFile) throws {
    let expected = try file.values("evaluated")
    var outputs = [Float](repeating: 0, count: expected.count)
    let batch = try #require(try file.batches().first)
    try batch.images.withUnsafeBufferPointer { images in
      try batch.labels.withUnsafeBufferPointer { labels in
        try outputs.withUnsafeMutableBufferPointer {
          _ = try trainer.evaluate(images, labels, into: $0)
        }
      }
    }
    #expect(largestError(outputs, expected.map(Double.init)) < 1e-4)
  }
}
