import Testing
import VGGCompute
import VGGExecution
import VGGTestSupport
import VGGWeights

/// Networks that the checker accepts but no machine can run are refused before any weight is read.
@Suite struct UnrunnableNetworkTests {
  private static let vast = "input: [16777216, 1024, 1024]"

  @Test(arguments: [
    "\(vast)\nfeatures: [M]", "\(vast)\nfeatures: [LRN]\navgpool: 1", "\(vast)\nfeatures: [64]",
    "\(vast)\nfeatures: [{dropout: 0.5}]", "\(vast)\nfeatures: [{avgpool: 1024}]",
    "\(vast)\nfeatures: [{dropout: 0.5}]\nclassifier: [softmax]",
    "\(vast)\nfeatures: [{dropout: 0.5}]\nclassifier: [relu]",
    "\(vast)\nfeatures: [{dropout: 0.5}]\nclassifier: [dropout: 0.5]",
    "input: [3, 1048576, 1048576]\nfeatures: [1]\navgpool: 1",
    "input: [1, 65536, 65536]\nfeatures: [{dropout: 0.5}]",
    "input: [1, 65536, 65536]\nfeatures: [conv1-1]",
    "input: [1, 1, 1]\nfeatures: [1]\navgpool: 1048576",
    // Weights beyond the kernels' bounds, and beyond a machine's.
    "input: [1, 1, 1]\nfeatures: [conv1-2000000, conv1-2000000]",
    "input: [1, 1, 1]\nfeatures: [{conv: 1000000, kernel: 1024, padding: 1024}]\navgpool: 1",
    "input: [1, 1, 1]\nfeatures: [conv1-500000, conv1-500000]\navgpool: 1",
    "input: [1, 1, 1]\nfeatures: [1]\nclassifier: {hidden: [2000000, 2000000], classes: 2}",
  ]) func isRefused(_ configuration: String) throws {
    let graph = try graph(configuration)
    for isExact in [true, false] {
      #expect(throws: ComputeError.self) {
        try Program(graph, weights: NoWeights(), options: ExecutionOptions(isExact: isExact))
      }
    }
  }

  @Test func aBatchMayBeTooLarge() throws {
    let graph = try graph("input: [64, 1024, 1024]\nfeatures: [64]\navgpool: 1")
    let options = ExecutionOptions(batch: 65_536)
    #expect(throws: ComputeError.self) {
      try Program(graph, weights: NoWeights(), options: options)
    }
  }

  @Test(arguments: [
    (0, 1), (-1, 1), (.max, 1), (1, 0), (1, -1), (1, .max), (65_537, 1), (1, 1_025),
  ])
  func optionsOutOfBounds(_ batch: Int, _ threads: Int) throws {
    let graph = try graph("input: [1, 2, 2]\nfeatures: [M]\nclassifier: [softmax]")
    #expect(throws: ComputeError.self) {
      try Program(
        graph, weights: NoWeights(), options: ExecutionOptions(batch: batch, threads: threads))
    }
  }

  @Test func theReasonNamesTheLayer() throws {
    let graph = try graph(
      "input: [1, 1, 1]\nfeatures: [1]\nclassifier: {hidden: [2000000, 2000000], classes: 2}")
    let error = #expect(throws: ComputeError.self) {
      try Program(graph, weights: NoWeights())
    }
    let reason = error?.description
    #expect(reason == "classifier.3 is too large to run: 2000000 x 2000000 weights")
  }
}

/// A source without any tensors.
private struct NoWeights: WeightSource {
  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    throw WeightError(.missing, "there is no tensor \(name)")
  }
}
