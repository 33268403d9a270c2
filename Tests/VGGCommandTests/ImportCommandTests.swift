import Foundation
import Testing
import VGGTestSupport
import VGGWeights

/// `vggc import`, and the commands that read other tools' models directly.
@Suite struct ImportCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "normalised.keras", "tensorflow.onnx", "darknet.cfg", "darknet.weights", "caffe.caffemodel",
    ] {
      try FileManager.default.copyItem(
        at: Checkout.file("Tests/VGGModelFilesTests/Golden/\(name)"),
        to: folder.url.appending(path: name))
    }
  }

  private func run(_ arguments: String...) throws -> Tool.Result {
    try folder.command.run(["import"] + arguments)
  }

  @Test func writesBothFiles() throws {
    let result = try run("normalised.keras", "-o", "net.yaml", "--weights", "net.safetensors")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "")
    #expect(result.errors.contains("variances are written with the difference added"))
    #expect(result.errors.contains("wrote net.safetensors: 14 tensors, 663 values"))
    let check = try folder.command.run("weights", "check", "net.yaml", "net.safetensors")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    let text = try folder.read("net.yaml")
    #expect(text.hasPrefix("input: [3, 12, 10]\nfeatures: [{conv: 4, bias: false}, M,"), "\(text)")
  }

  @Test func printsWithoutAnOutput() throws {
    let result = try run("tensorflow.onnx")
    #expect(result.status == 0)
    #expect(result.output.contains("features: [4, M, 6, M]\n"))
    #expect(try folder.contents().filter { $0.hasSuffix(".yaml") } == [])
  }

  @Test func weightsInAnotherFile() throws {
    let result = try run(
      "darknet.cfg", "darknet.weights", "-o", "net.yaml", "--weights", "net.safetensors")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try folder.command.run("weights", "check", "net.yaml", "net.safetensors").status == 0)
  }

  /// No file is replaced, and if one file cannot be written, none is.
  @Test func replacesNothing() throws {
    try folder.write("mine\n", to: "net.yaml")
    let result = try run("tensorflow.onnx", "-o", "net.yaml", "--weights", "net.safetensors")
    #expect(result.status == 73)
    #expect(result.errors.contains("it already exists; name another file"))
    #expect(try folder.read("net.yaml") == "mine\n")
    try folder.write("mine\n", to: "mine.safetensors")
    #expect(
      try run("tensorflow.onnx", "-o", "other.yaml", "--weights", "mine.safetensors").status == 73)
    #expect(try folder.read("mine.safetensors") == "mine\n")
    #expect(try folder.contents().allSatisfy { !["other.yaml", "net.safetensors"].contains($0) })
  }

  @Test func refusals() throws {
    let noWeights = try run("darknet.cfg", "--weights", "net.safetensors")
    #expect(noWeights.status == 66)
    #expect(noWeights.errors.contains("darknet.cfg has no weights"))
    let noOutput = try run("darknet.cfg", "darknet.weights")
    #expect(noOutput.status == 64)
    #expect(noOutput.errors.contains("name the file to write the weights of"))
    let alone = try run("caffe.caffemodel")
    #expect(alone.status == 66)
    #expect(alone.errors.contains("vggc import DEPLOY.prototxt caffe.caffemodel"))
    try folder.write("0: not a model\n", to: "text")
    #expect(try run("text").status == 66)
    #expect(try run("nothing.onnx").status == 66)
  }

  /// A part without a counterpart is shown in the listing of the model's nodes.
  @Test func placesInTheListing() throws {
    var bytes = Array(try Data(contentsOf: folder.url.appending(path: "tensorflow.onnx")))
    let range = try #require(bytes.firstRange(of: Array("Softmax".utf8)))
    bytes.replaceSubrange(range, with: Array("Hardmax".utf8))
    _ = try folder.write(bytes, to: "net.onnx")
    let result = try run("net.onnx", "-o", "net.yaml")
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "net.onnx:16:1: error: vggc has no `Hardmax` [foreign-text]\n 16 | y = Hardmax(n)\n"),
      "\(result.errors)")
    #expect(try folder.contents().allSatisfy { $0 != "net.yaml" })
  }

  @Test func otherCommands() throws {
    let summary = try folder.command.run("summary", "tensorflow.onnx", "--format", "json")
    #expect(summary.status == 0, "\(summary.errors)")
    #expect(summary.output.contains("\"parameters\" : 633") || summary.output.contains("633"))
    let same = try folder.command.run("import", "tensorflow.onnx", "-o", "net.yaml")
    #expect(same.status == 0)
    let diff = try folder.command.run("diff", "tensorflow.onnx", "net.yaml", "--exit-code")
    #expect(diff.status == 0, "\(diff.output)\(diff.errors)")
    let other = try folder.command.run("diff", "tensorflow.onnx", "normalised.keras", "--exit-code")
    #expect(other.status == 1, "\(other.output)\(other.errors)")
  }
}
