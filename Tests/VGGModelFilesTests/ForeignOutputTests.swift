import Foundation
import Testing
import VGGExecution
import VGGGraph
import VGGModelFiles
import VGGTestSupport
import VGGWeights

/// Imported networks have the outputs that Keras and ONNX Runtime compute for the original.
@Suite struct ForeignOutputTests {
  struct Model: Sendable, CustomTestStringConvertible {
    let file: String
    var weights: String?
    let features: String

    var testDescription: String { [file, weights].compactMap { $0 }.joined(separator: " ") }
  }

  static let models = [
    Model(file: "small.h5", features: "features: [4, M, 6, M]"),
    Model(file: "small.json", weights: "small.h5", features: "features: [4, M, 6, M]"),
    Model(
      file: "normalised.keras",
      features: "features: [{conv: 4, bias: false}, M, {conv: 6, bias: false}, M]"),
    Model(
      file: "features.h5",
      features:
        "features: [{conv: 4, activation: elu}, M, {conv: 6, kernel: [3, 1], dilation: 2}]"),
    Model(file: "depthwise.keras", features: depthwise),
    Model(file: "depthwise.h5", features: depthwise),
    Model(file: "depthwise.json", weights: "depthwise.h5", features: depthwise),
    Model(file: "tensorflow.onnx", features: "features: [4, M, 6, M]"),
    Model(
      file: "pytorch.onnx",
      features:
        "features: [{conv: 4, kernel: 5, stride: 2, bias: false}, LRN, {maxpool: 3, stride: 2, padding: 1}]"
    ),
    Model(
      file: "darknet.cfg", weights: "darknet.weights",
      features:
        "features: [{conv: 4, bias: false}, M, {conv: 6, bias: false}, {maxpool: 2, ceil: true}]"),
    Model(
      file: "caffe.prototxt", weights: "caffe.caffemodel",
      features: "features: [4, {maxpool: 2, ceil: true}, 6, {maxpool: 2, ceil: true}]"),
    Model(
      file: "caffe.prototxt", weights: "caffe-v1.caffemodel",
      features: "features: [4, {maxpool: 2, ceil: true}, 6, {maxpool: 2, ceil: true}]"),
    Model(
      file: "caffe-norms.prototxt", weights: "caffe-norms.caffemodel",
      features:
        "features: [{conv: 4, bias: false}, M, {conv: 6, bias: false}, {maxpool: 2, ceil: true}, {conv: 5, bias: false}]"
    ),
  ]

  /// The features of Scripts/make-import-goldens.py, in the notation of lines.
  private static let depthwise = """
    features: [
      {conv: 6, groups: depthwise}, {conv: 18, kernel: [3, 5], groups: depthwise, bias: false, activation: none},
      {conv: 8, kernel: 1, activation: elu}, batch_norm, {maxpool: 3, stride: 2, padding: [1, 0], ceil: true},
      {conv: 8, stride: [2, 1], groups: depthwise, bias: false, activation: none},
      {conv: 6, kernel: 1, bias: false, batch_norm: true},
      {avgpool: [2, 3], stride: [2, 1], padding: [0, 1], count_padding: false},
    ]
    """

  @Test(arguments: models) func outputsAreTheOriginals(_ model: Model) throws {
    let file = try importFile(
      ForeignModels.path(model.file), weights: model.weights.map(ForeignModels.path))
    #expect(
      file.configuration?.contains(model.features + "\n") == true, "\(file.configuration ?? "")")
    let graph = try importedGraph(file)
    let recorded = try #require(try ForeignModels.recorded()[model.file])
    #expect([graph.input.channels, graph.input.height, graph.input.width] == recorded.input)
    let weights = try #require(try file.weights(for: graph))
    let outputs = try Program(graph, weights: weights).run(ForeignModels.sample(recorded.input))
    #expect(outputs.count == recorded.outputs.count)
    #expect(largestError(outputs, recorded.outputs.map(Double.init)) < 1e-5, "\(outputs)")
  }

  /// The first convolution takes red, green, blue, and the means that the file states are subtracted from
  /// photos.
  @Test func coloursOfCaffe() throws {
    let file = try importFile(
      ForeignModels.path("caffe.prototxt"), weights: ForeignModels.path("caffe.caffemodel"))
    let preprocessing = try importedGraph(file).preprocessing
    #expect(largestError(preprocessing.mean.map { Float($0 * 255) }, [120, 110, 100]) < 1e-4)
    #expect(largestError(preprocessing.deviation.map { Float($0 * 255) }, [1]) < 1e-6)
    #expect(file.remarks.contains { $0.inWords.contains("blue, green, red") })
  }

  /// For a network without a linear layer, the order of its inputs is not mentioned.
  @Test(arguments: [("features.h5", false), ("small.h5", true)])
  func ordersThatAreTurned(_ file: String, _ hasLinear: Bool) throws {
    let remarks = try importFile(ForeignModels.path(file), weights: nil).remarks.map(\.inWords)
    #expect(remarks.contains { $0.contains("kernels are transposed from height x width x input") })
    #expect(remarks.contains { $0.contains("the first linear layer's inputs") } == hasLinear)
  }

  /// Weights of a first layer that takes each colour separately are refused, since no reordering of its
  /// weights alone changes the order of the colours.
  @Test(arguments: [
    ("group: 3", "layer 'conv1', the first with weights, does not mix the image's channels"),
    ("group: 1", "has shape [4, 3, 3, 3], but features.0.weight needs [3, 3, 3, 3]"),
  ])
  func coloursApart(_ group: String, _ reason: String) throws {
    let text = try String(decoding: ForeignModels.bytes("caffe-norms.prototxt"), as: UTF8.self)
      .replacing("num_output: 4 kernel_size: 3", with: "num_output: 3 \(group) kernel_size: 3")
    try withTemporaryFolder { folder in
      let error = try #require(throws: WeightError.self) {
        let file = try importFile(
          folder.write(Array(text.utf8), to: "net.prototxt"),
          weights: ForeignModels.path("caffe-norms.caffemodel"))
        _ = try file.weights(for: importedGraph(file))
      }
      #expect(error.reason.contains(reason), "\(error)")
    }
  }

  /// Weights of another network are refused before anything is written.
  @Test(arguments: [
    ("caffe.prototxt", "darknet.weights", "the weights of this text are in a .caffemodel"),
    ("darknet.cfg", "caffe.caffemodel", "the weights of this text are in a Darknet weight file"),
    ("small.json", "pytorch.onnx", "the weights of this text are in an HDF5 file (.h5)"),
    ("pytorch.onnx", "small.h5", "an ONNX model contains its own weights; leave this file out"),
    ("darknet.weights", nil, "put its .cfg first"),
    ("caffe.caffemodel", nil, "put its prototxt first"),
    ("outputs.json", nil, "describes too little of its network"),
  ])
  func otherFiles(_ file: String, _ weights: String?, _ reason: String) throws {
    let error = try #require(throws: WeightError.self) {
      try importFile(ForeignModels.path(file), weights: weights.map(ForeignModels.path))
    }
    #expect(error.reason.contains(reason), "\(error)")
  }

  /// darknet's file has neither names nor shapes: left over or missing numbers show that it is for another
  /// network.
  @Test func numbersOfAnotherNetwork() throws {
    try withTemporaryFolder { folder in
      for change in [-4, 4] {
        let bytes = try ForeignModels.bytes("darknet.weights")
        let path = try folder.write(
          change < 0 ? Array(bytes.dropLast(4)) : bytes + [0, 0, 0, 0], to: "w.weights")
        let file = try importFile(ForeignModels.path("darknet.cfg"), weights: path)
        let graph = try importedGraph(file)
        let error = try #require(throws: WeightError.self) { try file.weights(for: graph) }
        #expect(
          error.reason.contains(
            change < 0 ? "cut short" : "1 numbers are left after the last layer"),
          "\(error)")
      }
    }
  }
}
