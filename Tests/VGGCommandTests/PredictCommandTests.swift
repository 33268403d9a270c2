import Foundation
import Testing
import VGGTestSupport

/// `vgg predict`, run from the command line as by a user.
@Suite struct PredictCommandTests {
  private let configuration = """
    input: [3, 12, 10]
    features: [4, M, 8, M]
    classifier: {hidden: [16], classes: 6}
    labels: [cat, dog, "a \\"quoted\\" bird", 고양이, horse, frog]
    preprocess: {resize: 14, mean: 0.5, std: 0.25}
    """

  /// A folder with the configuration, weights for it, and the repository's test photos in `photos`.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "net.yaml")
    let emitted = try folder.command.run(
      "emit", "--swift", "net.yaml", "--package", "Net", "--init", "3", "--runtime", "/nowhere")
    #expect(emitted.status == 0, "\(emitted.errors)")
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "Net/weights.safetensors"),
      to: folder.url.appending(path: "weights.safetensors"))
    return folder
  }

  private func copyPhotos(_ names: [String], to folder: TemporaryFolder) throws {
    for name in names {
      let source = Checkout.file("Tests/VGGDataTests/Golden/\(name)")
      try folder.write(try Data(contentsOf: source), to: "photos/\(name)")
    }
  }

  @Test func photosAreClassifiedInOrder() throws {
    let folder = try folder()
    try copyPhotos(["chelsea.jpg", "chelsea-exif6.jpg"], to: folder)
    let result = try folder.command.vgg(
      "predict", "net.yaml", "--weights", "weights.safetensors", "photos", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasPrefix(
        #"{"format_version": 1, "input": "photos/chelsea-exif6.jpg", "logits": ["#) == true)
    let answers = try lines.map { try PrintedClassification(json: String($0)) }
    for answer in answers {
      #expect(answer.logits.count == 6 && answer.top.count == 5)
      #expect(abs(answer.top.map(\.probability).reduce(0, +) - 1) < 0.5)
    }
    // The same cat, stored upright and on its side.
    for (a, b) in zip(answers[0].logits, answers[1].logits) { #expect(abs(a - b) < 0.05) }
  }

  @Test func textNamesTheClasses() throws {
    let folder = try folder()
    try copyPhotos(["chelsea.jpg"], to: folder)
    let result = try folder.command.vgg(
      "predict", "net.yaml", "--weights", "weights.safetensors", "photos/chelsea.jpg")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == "photos/chelsea.jpg")
    #expect(lines.count == 6)
    #expect(lines.dropFirst().allSatisfy { $0.contains("%  ") })
    #expect(result.output.contains("cat") || result.output.contains("고양이"))
  }

  /// Raw inputs are used unchanged; the emitted program has the same output for them.
  @Test func rawInputsAndLabels() throws {
    let folder = try folder()
    try folder.write(
      littleEndian((0..<3 * 12 * 10).map { Float($0 * 37 % 101) / 50 - 1 }), to: "image.f32")
    try folder.write("\u{FEFF}a\r\nb\r\nc\r\nd\r\ne\r\nf\r\n", to: "labels.txt")
    let arguments = ["predict", "net.yaml", "--weights", "weights.safetensors", "--format", "json"]
    let result = try folder.command.vgg(arguments + ["image.f32", "--labels", "labels.txt"])
    #expect(result.status == 0, "\(result.errors)")
    let answer = try PrintedClassification(json: result.output)
    #expect(["a", "b", "c", "d", "e", "f"].contains(answer.top[0].label))
    let exact = try PrintedClassification(
      json: try folder.command.vgg(arguments + ["image.f32", "--exact", "--threads", "1"]).output)
    for (a, b) in zip(answer.logits, exact.logits) { #expect(abs(a - b) < 1e-5) }
    try folder.write("a\nb\n", to: "few.txt")
    let few = try folder.command.vgg(arguments + ["image.f32", "--labels", "few.txt"])
    #expect(few.status == 1)
    #expect(few.errors.contains("few.txt has 2 labels, but the network has 6 outputs"))
  }

  /// PyTorch's weights and torchvision's transform: the same logits, and so the same five classes
  /// (`Scripts/make-predict-goldens.py`).
  @Test func aPhotoIsClassifiedAsTorchvisionDoes() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "features: [8, M, 16, M, 24, M]\nbatch_norm: true\navgpool: 3\n"
        + "classifier: {hidden: [32], classes: 12}\n", to: "net.yaml")
    let golden = Checkout.file("Tests/Golden/predict")
    let result = try folder.command.vgg(
      "predict", "net.yaml", "--weights", golden.appending(path: "weights.safetensors").path,
      Checkout.file("Tests/VGGDataTests/Golden/chelsea.jpg").path, "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let answer = try PrintedClassification(json: result.output)
    let expected = try JSONDecoder().decode(
      [Double].self, from: Data(contentsOf: golden.appending(path: "logits.json")))
    #expect(answer.logits.count == expected.count)
    for (logit, reference) in zip(answer.logits, expected) {
      #expect(abs(Double(logit) - reference) < 1e-5)
    }
    let order = expected.indices.sorted { expected[$0] > expected[$1] }
    #expect(answer.top.map(\.class) == Array(order.prefix(5)))
  }

  /// The taps of each photo follow its answer, and those of a convolution are the output of the network that
  /// ends there.
  @Test func tapsFollowTheAnswer() throws {
    let folder = try folder()
    try copyPhotos(["chelsea.jpg", "chelsea-exif6.jpg"], to: folder)
    try folder.write("extends: net.yaml\ntaps: [conv1_1, fc3]\n", to: "tapped.yaml")
    try folder.write("extends: net.yaml\nuntil: conv1_1\n", to: "cut.yaml")
    func predict(_ file: String, _ more: String...) throws -> String {
      let result = try folder.command.vgg(
        ["predict", file, "--weights", "weights.safetensors", "photos", "--exact"] + more)
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    struct Answer: Decodable {
      struct Tap: Decodable, Equatable {
        let shape: [Int]
        let values: [Float]
      }
      let logits: [Float]?
      let features: [Float]?
      let taps: [String: Tap]?
    }
    func answers(_ file: String) throws -> [Answer] {
      try predict(file, "--format", "json").split(separator: "\n").map {
        try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
      }
    }
    let (tapped, plain, cut) = (
      try answers("tapped.yaml"), try answers("net.yaml"), try answers("cut.yaml")
    )
    #expect(tapped.map(\.logits) == plain.map(\.logits))
    #expect(plain.allSatisfy { $0.taps == nil })
    #expect(tapped.map { $0.taps?["conv1_1"]?.values } == cut.map(\.features))
    #expect(
      tapped.allSatisfy { $0.taps?.mapValues(\.shape) == ["conv1_1": [4, 12, 10], "fc3": [16]] })
    let lines = try predict("tapped.yaml").split(separator: "\n")
    #expect(
      lines.count { $0.firstMatch(of: /^  conv1_1  4x12x10  -[0-9.]+ to [0-9.]+, mean/) != nil }
        == 2)
    #expect(lines.count { $0.hasPrefix("  fc3      16  ") } == 2)
  }

  /// Unusable inputs are reported, and the others are still classified.
  @Test func unusableInputsAreNamed() throws {
    let folder = try folder()
    try copyPhotos(["chelsea.jpg"], to: folder)
    try folder.write("no picture", to: "photos/text.jpg")
    try folder.write(littleEndian([1, 2, 3]), to: "photos/short.f32")
    let bytes = try Data(contentsOf: folder.url.appending(path: "photos/chelsea.jpg"))
    try folder.write(bytes.prefix(bytes.count / 2), to: "photos/truncated.jpg")
    let result = try folder.command.vgg(
      "predict", "net.yaml", "--weights", "weights.safetensors", "photos", "missing.png",
      "--format",
      "json", "--batch", "2")
    #expect(result.status == 66)
    #expect(result.output.split(separator: "\n").count == 1)
    for name in ["photos/text.jpg", "photos/short.f32", "photos/truncated.jpg", "missing.png"] {
      #expect(result.errors.contains("vgg: error: \(name): "), "\(result.errors)")
    }
    try folder.write("", to: "empty/readme.txt")
    let empty = try folder.command.vgg(
      "predict", "net.yaml", "--weights", "weights.safetensors", "empty")
    #expect(empty.status == 66)
    #expect(empty.errors.contains("the folder empty contains no pictures"))
  }

  /// Files that are not regular are ignored, and one bad folder loses no photo.
  @Test func foldersOfAnyKind() throws {
    let folder = try folder()
    try copyPhotos(["chelsea.jpg"], to: folder)
    try folder.write("", to: "photos/sub.jpg/notes.txt")
    let shell =
      "mkfifo photos/pipe.jpg && ln -s photos linked && mkdir photos/b && ln -s .. photos/b/up"
    #expect(try folder.command.shell(shell).status == 0)
    for name in ["photos", "linked"] {
      let result = try folder.command.vgg(
        "predict", "net.yaml", "--weights", "weights.safetensors", name, "--format", "json")
      #expect(result.status == 0, "\(result.errors)")
      #expect(
        result.output.hasPrefix(#"{"format_version": 1, "input": "\#(name)/chelsea.jpg""#),
        "\(result.output)")
      #expect(result.output.split(separator: "\n").count == 1)
    }
    try folder.write("no picture", to: "text.jpg")
    let text = try folder.command.vgg(
      "predict", "net.yaml", "--weights", "weights.safetensors", "text.jpg")
    #expect(text.status == 1)
  }

  @Test func wrongWeightsAndUsage() throws {
    let folder = try folder()
    try copyPhotos(["chelsea.jpg"], to: folder)
    let photo = "photos/chelsea.jpg"
    for (arguments, status) in [
      ("net.yaml --weights none.safetensors \(photo)", 66),
      ("net.yaml --weights net.yaml \(photo)", 1),
      ("A --weights weights.safetensors \(photo)", 1), ("net.yaml \(photo)", 64),
      ("net.yaml --weights weights.safetensors", 64), ("nothing.yaml --weights w \(photo)", 66),
      ("net.yaml --weights weights.safetensors --isa abacus \(photo)", 64),
      ("net.yaml --weights weights.safetensors --threads 0 \(photo)", 64),
    ] as [(String, Int32)] {
      #expect(try folder.command.shell("vgg predict \(arguments)").status == status, "\(arguments)")
    }
  }

  /// The trained network of the project's shared data, if it is available: the logits of a float64
  /// evaluation, and 14 right answers of 20.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: trained.path)))
  func aTrainedNetworkAnswersAsExpected() throws {
    struct Expected: Decodable {
      let classes: [String]
      let logits: [String: [Double]]
    }
    let file = Self.trained.appending(path: "expected.json")
    let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
    let folder = try TemporaryFolder()
    let labels = expected.classes.joined(separator: ", ")
    let conv = "{conv: 10, padding: 0}"
    try folder.write(
      """
      input: [3, 64, 64]
      features: [\(conv), \(conv), M, \(conv), \(conv), M]
      classifier: {hidden: [], classes: 10}
      labels: [\(labels)]
      preprocess: {resize: 64, mean: 0, std: 1}
      """, to: "tinyvgg.yaml")
    let photos = Self.trained.appending(path: "photos").path
    let result = try folder.command.vgg(
      "predict", "tinyvgg.yaml", "--weights",
      Self.trained.appending(path: "tinyvgg.safetensors").path, photos, "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let names = expected.logits.keys.sorted()
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == names.count)
    var right = 0
    for (name, line) in zip(names, lines) {
      #expect(line.contains("/\(name)\""))
      let answer = try PrintedClassification(json: String(line))
      for (logit, reference) in zip(answer.logits, expected.logits[name] ?? []) {
        #expect(abs(Double(logit) - reference) < 1e-4, "\(name)")
      }
      let object = name.prefix { $0 != "_" }
      if answer.top[0].label?.contains(Self.classPart[String(object)] ?? "?") == true { right += 1 }
    }
    #expect(right == 14)
  }

  private static let trained = Checkout.file("../shared/data/tinyvgg").standardizedFileURL

  /// The class by a part of the photo's name.
  private static let classPart = [
    "boat": "lifeboat", "bug": "ladybug", "bus": "school bus", "car": "sport car",
    "espresso": "espresso", "koala": "koala", "orange": "orange", "panda": "red panda",
    "pepper": "bell pepper", "pizza": "pizza",
  ]
}
