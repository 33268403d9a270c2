import Foundation
import Testing
import VGGTestSupport

@Suite struct ReportCommandTests {
  private struct Summary: Decodable {
    struct Model: Decodable {
      let name: String
      let input: [Int]
      let output: [Int]?
      let parameters: Int?
      let macs: Int?
      let flattened: Int?
    }
    let models: [Model]
  }

  private func summary(_ arguments: String) throws -> [Summary.Model] {
    let result = try BuiltCommand(folder: Checkout.root).shell(
      "vggc summary --format json \(arguments)")
    return try JSONDecoder().decode(Summary.self, from: Data(result.output.utf8)).models
  }

  @Test func summaryTakesAnotherInput() throws {
    let model = try #require(try summary("D --input 3x512x512").first)
    #expect(model.flattened == 131_072)
    #expect(model.parameters == 572_468_008)
  }

  @Test func summaryOfSeveralModels() throws {
    #expect(
      try summary("configs/vgg-paper.yaml").map(\.name) == ["A", "A-LRN", "B", "C", "D", "E"])
    #expect(try summary("configs/vgg-paper.yaml --model B").map(\.parameters) == [133_047_848])
  }

  @Test func summaryComparesTheBuiltInsWithoutAFile() throws {
    let result = try TemporaryFolder().command.run("summary", environment: ["COLUMNS": "100"])
    #expect(result.status == 0)
    for row in [
      "A  ", "A-LRN", "B  ", "C  ", "D  ", "E  ", "vgg11_bn", "vgg13_bn", "vgg16_bn", "vgg19_bn",
    ] {
      #expect(result.output.contains("\n\(row)"), "\(row)")
    }
    #expect(result.output.contains("138,357,544") && result.output.contains("15,470,264,320"))
    #expect(
      result.errors == "vggc: note: no configuration here; comparing the built-in ones\n")
  }

  @Test func aSizeThatSomeBuiltInsCannotTakeIsAnError() throws {
    let result = try TemporaryFolder().command.run("summary", "--input", "3x16x16")
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "D cannot take this input: 2x2 max pooling doesn't fit the 1 x 1 feature map"),
      "\(result.errors)")
  }

  @Test func summaryOfAStoppedModelShowsItsLayers() throws {
    let folder = try TemporaryFolder()
    try folder.write("features: [64, M, {conv: 8, in: 3}, M]\n", to: "a.yaml")
    let result = try folder.command.run("summary", "a.yaml")
    #expect(result.status == 1)
    #expect(result.output.contains("conv1_1") && result.output.contains("pool1"))
    #expect(
      result.output.contains("stopped here: ") && result.output.contains("[channel-mismatch]"))
  }

  @Test func wrongInputOptions() throws {
    let command = try TemporaryFolder().command
    for text in ["3x32", "0x32x32", "3xhxw", "3x99999999x1"] {
      let result = try command.run("summary", "D", "--input", text)
      #expect(result.status == 64)
      #expect(
        result.errors.contains("--input must be channels, height and width"), "\(result.errors)")
    }
  }

  @Test func explainShowsTheArithmetic() throws {
    let result = try TemporaryFolder().command.run("explain", "D")
    #expect(result.status == 0)
    for line in [
      "floor((224 + 2*1 - 3)/1) + 1 = 224", "64 * (3*3*3) + 64 = 1,792", "512 * 7 * 7 = 25,088",
      "in_channels",
      "131,072", "572,468,008", "thop", "fvcore", "timm",
    ] {
      #expect(result.output.contains(line), "\(line)")
    }
  }

  @Test func explainOfADiagnostic() throws {
    let result = try TemporaryFolder().command.run("explain", "linear-input-mismatch")
    #expect(result.status == 0)
    #expect(result.output.contains("linear-input-mismatch") && result.output.contains("25088"))
  }

  @Test func helpHasExamplesForEveryCommand() throws {
    let command = try TemporaryFolder().command
    for name in ["", "check", "summary", "explain", "emit"] {
      let result = try command.shell("vggc \(name) --help")
      #expect(result.status == 0)
      #expect(result.output.contains("Examples:"), "\(name)")
    }
    #expect(try command.run("--version").output == "0.1.0\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try TemporaryFolder().command.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.output.contains("vggc") && result.output.contains("summary"))
  }

  @Test func anotherInputTakesItsPhotosWithIt() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "input: [3, 32, 32]\nfeatures: [64, M, 64]\navgpool: 1\nclassifier: {hidden: [], classes: 10}\n"
        + "preprocess: {resize: 36, crop: 32}\n", to: "a.yaml")
    let result = try folder.command.run("summary", "a.yaml", "--input", "3x64x64")
    #expect(result.status == 0, "\(result.errors)")
  }

  /// A fix for another input size does not fix the file.
  @Test func anotherInputOffersNoFixes() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "input: [3, 32, 32]\nfeatures: [64, M]\nclassifier:\n  - linear: {in: 16384, out: 10}\n",
      to: "a.yaml")
    let result = try folder.command.run("summary", "a.yaml", "--input", "3x64x64")
    #expect(result.status == 1)
    #expect(result.errors.contains("[linear-input-mismatch]") && !result.errors.contains("help:"))
  }

  @Test func oneUnreadableFileDoesNotHideTheOthers() throws {
    let result = try TemporaryFolder().command.run("summary", "missing.yaml", "D")
    #expect(result.status == 66)
    #expect(result.output.contains("138,357,544"))
  }

  @Test func aDiagnosticIsFoundByNearlyItsName() throws {
    let command = try TemporaryFolder().command
    #expect(try command.run("explain", "Linear-Input-Mismatch").status == 0)
    let result = try command.run("explain", "linear-input-mismach")
    #expect(result.status == 66)
    #expect(result.errors.contains("did you mean linear-input-mismatch?"))
  }

  @Test func standardInputNamesItsModel() throws {
    let result = try TemporaryFolder().command.run(
      "summary", "-", "--format", "json", input: Data("extends: D\n".utf8))
    #expect(result.output.contains("\"name\" : \"stdin\""))
  }

  @Test(arguments: ["check", "summary", "explain", "emit --json"])
  func theDefaultFileIsTakenWithANote(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("extends: D\n", to: "vgg.yaml")
    let result = try folder.command.shell("vggc \(command)")
    #expect(result.status == 0)
    #expect(result.errors == "vggc: note: using vgg.yaml\n")
  }
}
