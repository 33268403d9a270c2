import Foundation
import Testing
import VGGTestSupport

/// `vggc verify` with the backends that are available to a test; `PackageCommandTests` builds the
/// emitted Swift package, which takes minutes.
@Suite struct VerifyCommandTests {
  private let small = """
    name: tiny
    input: [2, 9, 7]
    batch_norm: true
    features: [4, M, LRN, {dropout: 0.2}]
    avgpool: 2
    classifier: {hidden: [5], classes: 3}

    """

  /// Every value that both the native program and ONNX Runtime compute is listed, and agrees.
  @Test(.enabled(if: ReferencePython.isExpected(of: "numpy", "onnxruntime")))
  func layersAgree() throws {
    let python = try #require(ReferencePython.with("numpy", "onnxruntime"))
    let folder = try TemporaryFolder()
    try folder.write(small, to: "tiny.yaml")
    let result = try folder.command.run(
      "verify", "tiny.yaml", "--layers", "--backend", "native", "--backend", "onnxruntime",
      "--python", python, "--format", "json")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let report = try Report(json: result.output)
    let model = try #require(report.models.first)
    #expect(model.sound)
    #expect(model.backends.map(\.status) == ["reference", "compared"])
    let compared = try #require(model.backends.last)
    let difference = try #require(compared.difference)
    #expect(difference < 1e-5)
    #expect(
      compared.layers.keys.sorted()
        == ["avgpool", "classifier.1", "features.3", "features.4", "flatten"])
    #expect(compared.layers.values.allSatisfy { $0 < 1e-5 })
  }

  /// A difference past the tolerance is reported, since two engines never agree in every bit.
  @Test(.enabled(if: ReferencePython.isExpected(of: "numpy", "onnxruntime")))
  func aDifferenceIsSeen() throws {
    let python = try #require(ReferencePython.with("numpy", "onnxruntime"))
    let folder = try TemporaryFolder()
    try folder.write(
      "input: [3, 24, 24]\nfeatures: [32, 32, M, 32]\nclassifier: {hidden: [64], classes: 9}\n",
      to: "wide.yaml")
    let result = try folder.command.run(
      "verify", "wide.yaml", "--backend", "native", "--backend", "onnxruntime", "--python", python,
      "--tolerance", "1e-12")
    #expect(result.status == 1)
    #expect(result.output.contains("not all within"), "\(result.output)")
  }

  @Test func whatIsNotInstalledIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(small, to: "tiny.yaml")
    let result = try folder.command.run(
      "verify", "tiny.yaml", "--backend", "native", "--backend", "pytorch", "--python", "./nowhere")
    #expect(result.status == 1)
    #expect(result.output.contains("not installed: ./nowhere not found"), "\(result.output)")
    #expect(result.output.contains("there is nothing to compare"), "\(result.output)")
  }

  @Test func standardInputAndWeightsOfAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(small, to: "tiny.yaml")
    let emit = "vggc emit --swift tiny.yaml --package Tiny --init 3"
    let verify = "vggc verify - --weights Tiny/weights.safetensors --backend native < tiny.yaml"
    let result = try folder.command.shell("\(emit) && \(verify)")
    #expect(result.output.contains("weights from Tiny/weights.safetensors"), "\(result.errors)")
    #expect(result.output.contains("reference for the others"), "\(result.output)")
    let missing = try folder.command.run("verify", "tiny.yaml", "--weights", "none.safetensors")
    #expect(missing.status == 66)
  }

  private struct Report: Decodable {
    struct Model: Decodable {
      let sound: Bool
      let backends: [Backend]
    }

    struct Backend: Decodable {
      let status: String
      let difference: Double?
      let layers: [String: Double]
    }

    let models: [Model]

    init(json: String) throws {
      self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }
  }
}
