import Foundation
import Testing
import VGGTestSupport

/// `vgg look`, run from the command line as by a user.
@Suite struct LookCommandTests {
  private let configuration = """
    input: [3, 12, 10]
    features: [4, M, 8, M]
    classifier: {hidden: [16], classes: 3}
    labels: [cat, "dog, hound", 고양이]
    preprocess: {resize: 14, mean: 0.5, std: 0.25}
    """

  /// A folder with the configuration, weights for it, and a photo.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "net.yaml")
    let result = try folder.command.run(
      "weights", "init", "net.yaml", "--seed", "3", "-o", "w.safetensors")
    #expect(result.status == 0, "\(result.errors)")
    let photo = Checkout.file("Tests/VGGDataTests/Golden/chelsea.jpg")
    try folder.write(try Data(contentsOf: photo), to: "cat.jpg")
    return folder
  }

  private func look(_ folder: TemporaryFolder, _ arguments: String) throws -> Tool.Result {
    try folder.command.shell("vgg look net.yaml --weights w.safetensors \(arguments)")
  }

  @Test func everyForm() throws {
    let folder = try folder()
    for name in ["look.html", "look.png", "look.json", "Look.HTML"] {
      let result = try look(folder, "cat.jpg -o \(name)")
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
      #expect(try Data(contentsOf: folder.url.appending(path: name)).count > 500)
    }
    let text = try look(folder, "cat.jpg cat.jpg")
    #expect(text.status == 0 && text.output.contains("relu2_1"), "\(text.errors)")
    let korean = try look(folder, "cat.jpg --lang ko")
    #expect(korean.output.contains("이유: "), "\(korean.errors)")
    let wrong = try look(folder, "cat.jpg -o look.txt")
    #expect(wrong.status == 64 && wrong.errors.contains(".html, .png or .json"))
  }

  @Test func classAndLayers() throws {
    let folder = try folder()
    let result = try look(
      folder, "cat.jpg --class hound --layer conv1_1 --layer features.1 --layer relu2_1 -o a.json")
    #expect(result.status == 0, "\(result.errors)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: folder.url.appending(path: "a.json")))
        as? [String: Any])
    let photo = try #require((document["photos"] as? [[String: Any]])?.first)
    #expect(photo["class"] as? Int == 1)
    #expect((photo["cam"] as? [String: Any])?["layer"] as? String == "conv1_1")
    #expect(
      (photo["maps"] as? [String: Any])?.keys.sorted() == ["conv1_1", "features.1", "relu2_1"])
  }

  @Test(arguments: [
    ("cat.jpg --class hund", 64, "the network has no class hund; did you mean hound?"),
    ("cat.jpg --class 3", 64, "a number from 0 to 2"),
    ("cat.jpg --layer conv1_2", 64, "the network has no layer conv1_2"),
    ("cat.jpg --layer fc3", 64, "fc3 outputs 16 values, not a feature map"),
    ("none.jpg", 66, "none.jpg"),
    ("net.yaml -o a.html", 1, "net.yaml"),
    ("cat.jpg -o cat.jpg.png --labels none.txt", 66, "none.txt"),
  ])
  func wrongInput(_ arguments: String, _ status: Int32, _ words: String) throws {
    let result = try look(try folder(), arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func unusablePhotosAreNamedAndTheOthersShown() throws {
    let folder = try folder()
    try folder.write("no photo", to: "b.jpg")
    try folder.write(littleEndian([Float](repeating: .nan, count: 3 * 12 * 10)), to: "c.f32")
    let result = try look(folder, "b.jpg c.f32 cat.jpg -o a.json")
    #expect(result.status == 1)
    #expect(result.errors.contains("b.jpg: ") && result.errors.contains("c.f32: "))
    let text = try String(contentsOf: folder.url.appending(path: "a.json"), encoding: .utf8)
    #expect(text.split(separator: "\n").count == 3 && text.contains("\"cat.jpg\""))
  }

  @Test func weightsAndNetworksThatDoNotFit() throws {
    let folder = try folder()
    try folder.write("input: [3, 12, 10]\nfeatures: [4, M]\nclassifier: none\n", to: "map.yaml")
    try folder.write(
      configuration.replacingOccurrences(of: "[4, M, 8, M]", with: "[4, M, 9, M]"), to: "other.yaml"
    )
    let map = try folder.command.shell("vgg look map.yaml --weights w.safetensors cat.jpg")
    #expect(map.status == 1 && map.errors.contains("has no classes to explain"), "\(map.errors)")
    let other = try folder.command.shell("vgg look other.yaml --weights w.safetensors cat.jpg")
    #expect(other.status != 0 && other.errors.contains("features.3.weight"), "\(other.errors)")
    let input = try folder.command.shell(
      "cp cat.jpg cat.png && vgg look net.yaml --weights w.safetensors cat.png -o cat.png")
    #expect(input.status == 73, "\(input.errors)")
  }

  @Test func explainedModelsAreRefusedWithReasons() throws {
    let folder = try folder()
    try folder.write("input: [3, 12, 10]\nfeatures: [4, M]\nclassifier: none\n", to: "map.yaml")
    try folder.write(
      "input: [3, 12, 10]\nfeatures: [4, {avgpool: 2, padding: 1}]\nclassifier: {hidden: [], classes: 2}\n",
      to: "counted.yaml")
    for (arguments, words) in [
      ("map.yaml --init 1 --explain -o a.onnx", "--explain needs classes"),
      ("counted.yaml --init 1 --explain -o a.onnx", "no plain operators for the gradient of pool1"),
      ("map.yaml --explain -o a.py --pytorch", "--explain requires --onnx"),
    ] {
      let form = arguments.contains("--pytorch") ? "" : "--onnx"
      let result = try folder.command.shell("vggc emit \(form) \(arguments)")
      #expect(result.status == 64 && result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test func benchComparesMapsWithPredictions() throws {
    let folder = try folder()
    let result = try folder.command.vgg(
      "bench", "net.yaml", "--insight", "--runs", "3", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(document["layer"] as? String == "relu2_1" && document["ratio"] as? Double ?? 0 > 0)
    let text = try folder.command.vgg("bench", "net.yaml", "--insight", "--runs", "3")
    #expect(text.output.contains("times a prediction"))
    let both = try folder.command.vgg("bench", "net.yaml", "--insight", "--training")
    #expect(both.status == 64)
  }
}
