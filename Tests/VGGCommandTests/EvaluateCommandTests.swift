import Foundation
import Testing
import VGGTestSupport
import VGGWeights

/// `vgg evaluate`, run from the command line as by a user.
///
/// The network is a single linear layer on four pixels, whose weights are the identity: the class is the
/// position of the brightest pixel.
@Suite struct EvaluateCommandTests {
  private struct Identity: WeightSource {
    func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
      let count = shape.reduce(1, *)
      return WeightTensor(
        shape.count == 2
          ? (0..<count).map { $0 % shape[1] == $0 / shape[1] ? 8 : 0 }
          : [Float](repeating: 0, count: count), shape: shape)
    }
  }

  private struct Answer: Decodable {
    struct Class: Decodable {
      let name: String
      let photos: Int
      let precision: Double?
      let recall: Double?
    }
    struct Mistake: Decodable {
      let file: String
      let `class`: String
      let answer: String
      let probability: Double
    }
    struct Unreadable: Decodable {
      let file: String
    }
    let accuracy: Double
    let top5: Double
    let photos: Int
    let classes: [Class]
    let confusion: [[Int]]
    let mistakes: [Mistake]
    let unreadable: [Unreadable]
  }

  private static let configuration = """
    input: [1, 2, 2]
    features: [{maxpool: 1}]
    classifier: {hidden: [], classes: 4}
    preprocess: {resize: 2, mean: 0, std: 1}

    """

  /// A folder with the network, its weights and twelve photos of four classes. One photo of `d` is classified
  /// as `a` with high confidence, and one as `b` with low confidence.
  private func folder(classes: [String]? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "net.yaml")
    try writeSafetensors(
      [
        TensorDescription(name: "classifier.0.weight", type: .float32, shape: [4, 4]),
        TensorDescription(name: "classifier.0.bias", type: .float32, shape: [4]),
      ], from: Identity(), metadata: classes.map { WeightFile.metadata(classes: $0) } ?? [:],
      to: folder.path + "/w.safetensors")
    for (label, name) in ["a", "b", "c", "d"].enumerated() {
      for number in 0..<3 {
        var pixels: [UInt8] = [20, 20, 20, 20]
        pixels[label] = 200
        if name == "d", number == 1 { pixels = [255, 0, 0, 20] }
        if name == "d", number == 2 { pixels = [20, 130, 20, 120] }
        try folder.write(
          Array("P5 2 2 255\n".utf8) + pixels, to: "photos/\(name)/\(number).pgm")
      }
    }
    return folder
  }

  private func evaluate(_ folder: TemporaryFolder, _ arguments: String...) throws -> Tool.Result {
    try folder.command.vgg(
      ["evaluate", "net.yaml", "--weights", "w.safetensors", "--data", "photos"] + arguments)
  }

  @Test func figuresForPrograms() throws {
    let folder = try folder()
    try folder.write("no picture", to: "photos/a/broken.png")
    let result = try evaluate(folder, "--format", "json", "--batch", "5")
    #expect(result.status == 0, "\(result.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    #expect(answer.photos == 12 && answer.accuracy == 10.0 / 12 && answer.top5 == 1)
    #expect(answer.classes.map(\.name) == ["a", "b", "c", "d"])
    #expect(answer.classes.map(\.precision) == [0.75, 0.75, 1, 1])
    #expect(answer.classes.map(\.recall) == [1, 1, 1, 1.0 / 3])
    #expect(answer.confusion == [[3, 0, 0, 0], [0, 3, 0, 0], [0, 0, 3, 0], [1, 1, 0, 1]])
    #expect(answer.mistakes.map(\.file) == ["photos/d/1.pgm", "photos/d/2.pgm"])
    #expect(answer.mistakes.map(\.answer) == ["a", "b"])
    #expect(answer.mistakes.allSatisfy { $0.class == "d" })
    #expect(answer.mistakes[0].probability > 0.99 && answer.mistakes[1].probability < 0.6)
    #expect(answer.unreadable.map(\.file) == ["photos/a/broken.png"])
    #expect(result.errors.contains("1 of 13 photos in photos cannot be used; skipped"))
    let strict = try evaluate(folder, "--strict")
    #expect(strict.status == 1)
    #expect(strict.errors.contains("vgg: error: photos/a/broken.png: "))
  }

  @Test func figuresForPeopleAndFiles() throws {
    let folder = try folder()
    let result = try evaluate(folder, "--csv", "m.csv", "--svg", "m.svg", "--mistakes", "1")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("accuracy 83.33%, 10 correct"))
    #expect(result.output.contains("photos/d/1.pgm") && !result.output.contains("photos/d/2.pgm"))
    #expect(try folder.read("m.csv").hasPrefix(",a,b,c,d\r\na,3,0,0,0\r\n"))
    #expect(try folder.read("m.svg").contains("1 of 3 d predicted as a"))
    #expect(try evaluate(folder, "--csv", "/nowhere/m.csv").status == 73)
  }

  /// The class names saved with the weights decide, so that a class without photos does not shift the others.
  @Test func savedClassesDecide() throws {
    let folder = try folder(classes: ["d", "c", "b", "a"])
    let reversed = try evaluate(folder, "--format", "json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(reversed.output.utf8))
    #expect(answer.classes.map(\.name) == ["d", "c", "b", "a"])
    #expect(answer.accuracy == 1.0 / 12)
    let subset = try self.folder(classes: ["a", "b", "c", "d"])
    try FileManager.default.removeItem(atPath: subset.path + "/photos/a")
    let rest = try evaluate(subset, "--format", "json")
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(
      try JSONDecoder().decode(Answer.self, from: Data(rest.output.utf8)).accuracy == 7.0 / 9)
    try subset.write(
      Array("P5 2 2 255\n".utf8) + [1, 2, 3, 4], to: "photos/zebra/1.pgm")
    let other = try evaluate(subset)
    #expect(other.status == 1)
    #expect(
      other.errors.contains(
        "its class folder `zebra` is not among the classes of w.safetensors: a, b, c, d"))
  }

  /// Mismatches are reported at the line of the configuration that causes them.
  @Test func mismatchesPointIntoTheConfiguration() throws {
    let folder = try folder()
    try FileManager.default.removeItem(atPath: folder.path + "/photos/a")
    let fewer = try evaluate(folder)
    #expect(fewer.status == 1)
    #expect(
      fewer.errors.contains(
        "net.yaml:3:35: error: 3 class folders in photos, but the network has 4 outputs [data-mismatch]"
      ), "\(fewer.errors)")
    let ordered = try self.folder()
    try ordered.write(Self.configuration + "labels: [a, c, b, d]\n", to: "net.yaml")
    let result = try evaluate(ordered)
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "net.yaml:5:9: error: label 1 is `c`, but class folder 1 of photos is `b` [data-mismatch]"
      ), "\(result.errors)")
    #expect(result.errors.contains("the outputs follow it: a, b, c, d"))
    try ordered.write(Self.configuration + "labels: [ant, bee, cat, dog]\n", to: "net.yaml")
    #expect(try evaluate(ordered).status == 0)
  }

  @Test func predictionsHaveTheSavedNames() throws {
    let folder = try folder(classes: ["ant", "bee", "cat", "dog"])
    let arguments = ["predict", "net.yaml", "--weights", "w.safetensors", "photos/b/0.pgm"]
    let result = try folder.command.vgg(arguments)
    #expect(result.output.split(separator: "\n").dropFirst().first?.hasSuffix("bee") == true)
    try folder.write(Self.configuration + "labels: [bee, ant, cat, dog]\n", to: "net.yaml")
    let reordered = try folder.command.vgg(arguments)
    #expect(reordered.status == 1)
    #expect(reordered.errors.contains("[data-mismatch]"))
  }

  @Test func wrongUsage() throws {
    let folder = try folder()
    for (arguments, status) in [
      ("net.yaml --weights w.safetensors", 64), ("net.yaml --data photos", 64),
      ("net.yaml --weights w.safetensors --data nowhere", 66),
      ("net.yaml --weights none.safetensors --data photos", 66),
      ("net.yaml --weights w.safetensors --data photos/a", 1),
      ("net.yaml --weights w.safetensors --data photos --batch 0", 64),
    ] as [(String, Int32)] {
      let result = try folder.command.shell("vgg evaluate \(arguments)")
      #expect(result.status == status, "\(arguments): \(result.errors)")
    }
  }
}
