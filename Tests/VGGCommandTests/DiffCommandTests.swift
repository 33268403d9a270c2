import Foundation
import Testing
import VGGTestSupport

@Suite struct DiffCommandTests {
  @Test(arguments: [
    ("D E", Int32(0)), ("D E --exit-code", 1), ("D vgg16 --exit-code", 0), ("D", 64),
    ("- -", 64), ("D nothing.yaml", 66), ("D E --format csv", 64),
    ("Configs/vgg-paper.yaml D --exit-code", 1),
    ("Configs/vgg-paper.yaml E --model E --exit-code", 0),
    ("Configs/vgg-paper.yaml Configs/vgg-paper.yaml --exit-code", 0),
    ("Configs/vgg-paper.yaml Configs/custom.yaml", 64),
    ("Configs/vgg-paper.yaml Configs/custom.yaml --model A --exit-code", 1),
    ("Configs/vgg-paper.yaml D --model F", 64), ("D E --input 3x16x16", 1),
  ]) func exitStatus(_ arguments: String, _ status: Int32) throws {
    let result = try BuiltCommand(folder: Checkout.root).shell("vggc diff \(arguments)")
    #expect(result.status == status, "\(result.output)\(result.errors)")
    #expect(result.output.isEmpty == (status >= 64 || arguments.contains("16x16")))
  }

  @Test func anEditIsShownWithWhatFollows() throws {
    let folder = try TemporaryFolder()
    try folder.write("name: net\nextends: A\n", to: "old.yaml")
    try folder.write("name: net\nextends: A\ninput: [3, 256, 256]\n", to: "new.yaml")
    let result = try folder.command.shell("COLUMNS=100 vggc diff - new.yaml <old.yaml")
    #expect(result.status == 0)
    for part in [
      "net -> net", "input: 3x224x224 -> 3x256x256", "FC input", "25,088", "32,768",
      "classifier.0.weight  4096x25088 -> 4096x32768",
      "21 matching tensors and 1 with a different shape",
    ] {
      #expect(result.output.contains(part), "no \(part) in\n\(result.output)")
    }
  }

  @Test func markdownAndJSON() throws {
    let command = BuiltCommand(folder: Checkout.root)
    let markdown = try command.run("diff", "D", "E", "--format", "markdown")
    #expect(markdown.output.hasPrefix("## D → E\n"))
    let json = try command.run("diff", "D", "E", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["identical"] as? Bool == false)
  }
}
