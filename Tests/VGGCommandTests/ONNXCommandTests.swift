import Foundation
import Testing
import VGGTestSupport

@Suite struct ONNXCommandTests {
  private let small =
    "name: tiny\ninput: [1, 8, 8]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 3}\n"

  /// onnx from PyPI checks the models, and onnxruntime runs them.
  @Test(.enabled(if: ReferencePython.isExpected(of: "numpy", "onnx", "onnxruntime")))
  func modelsConformToONNX() throws {
    let python = try #require(ReferencePython.with("numpy", "onnx", "onnxruntime"))
    let script = Checkout.file("Scripts/checks/onnx-models.py").path
    let verdict = try Tool.run([python, script, Checkout.products().path])
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  @Test func aFileAndAPipeGetTheSameBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write(small, to: "tiny.yaml")
    let emit = "vggc emit --onnx tiny.yaml --init 7"
    let result = try folder.command.shell(
      "\(emit) -o tiny.onnx && \(emit) | cmp - tiny.onnx")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.errors.isEmpty)
  }

  @Test func everyModelGetsAFileInAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("avgpool: 1\nmodels: {s: [4, M], S: [4, M, 4]}\n", to: "a.yaml")
    let result = try folder.command.shell("vggc emit --onnx a.yaml --no-weights -o all/")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/all").sorted()
        == ["S.onnx", "S2.onnx"])
    let several = try folder.command.shell("vggc emit --onnx a.yaml --no-weights -o a.onnx")
    #expect(several.status == 64)
    #expect(several.errors.contains("choose one with --model"))
  }

  @Test func whatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write(small, to: "tiny.yaml")
    try folder.write("no weights", to: "broken.safetensors")
    try folder.write(
      small.replacingOccurrences(of: "hidden: []", with: "hidden: [40000, 20000]"), to: "big.yaml")
    for (arguments, status, message) in [
      ("tiny.yaml --init 1 -o /nowhere/x.onnx", 73, "cannot write /nowhere/x.onnx"),
      ("tiny.yaml --weights broken.safetensors -o x.onnx", 66, "broken.safetensors"),
      ("tiny.yaml --weights none.safetensors -o x.onnx", 66, "none.safetensors"),
      ("big.yaml --init 1 -o x.onnx", 73, "--external-data"),
    ] {
      let result = try folder.command.shell("vggc emit --onnx \(arguments)")
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/x.onnx"))
  }

  @Test func wrongUsage() throws {
    let command = try TemporaryFolder().command
    for (arguments, message) in [
      ("--onnx D -o x", "choose the weights"),
      ("--onnx D -o x --no-weights --init 1", "--no-weights can't be used with --weights"),
      ("--onnx D -o x --weights a --init 1", "not both"),
      ("--onnx D -o x --no-weights --external-data", "can't be used with --no-weights"),
      ("--onnx D --init 1 --external-data", "name the model with -o"),
      ("--json D --softmax", "--softmax requires --onnx"),
      ("--swift D --no-weights", "--no-weights requires --onnx"),
    ] {
      let result = try command.shell("vggc emit \(arguments)")
      #expect(result.status == 64, "\(arguments)")
      #expect(result.errors.contains(message), "\(arguments): \(result.errors)")
    }
  }
}
