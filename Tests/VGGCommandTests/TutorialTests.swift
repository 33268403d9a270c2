import Foundation
import Testing
import VGGTestSupport

/// The tutorials' files, in the order in which a reader follows them: each step is built, and run if it prints
/// something.
@Suite struct TutorialTests {
  /// A tutorial's package, in a folder of this build, next to the checkout under the name that the package
  /// expects.
  private struct Reader {
    let resources: String
    let package: URL
    let executable: String

    init(_ executable: String, of library: String, prefix: String) throws {
      self.executable = executable
      resources = "Sources/\(library)/\(library).docc/Resources/\(prefix)"
      let folder = try Checkout.products().appending(path: "Tutorials")
      package = folder.appending(path: executable)
      try FileManager.default.createDirectory(
        at: package.appending(path: "Sources/\(executable)"), withIntermediateDirectories: true)
      let checkout = folder.appending(path: "vggc").path
      if (try? FileManager.default.destinationOfSymbolicLink(atPath: checkout)) == nil {
        try FileManager.default.createSymbolicLink(
          atPath: checkout, withDestinationPath: Checkout.root.path)
      }
      try copy("Package.swift", to: "Package.swift")
    }

    func copy(_ resource: String, to path: String) throws {
      let text = try Checkout.text(resources + resource)
      try Data(text.utf8).write(to: package.appending(path: path), options: .atomic)
    }

    /// Makes `text` the program.
    func write(_ text: String) throws {
      try Data(text.utf8).write(
        to: package.appending(path: "Sources/\(executable)/main.swift"), options: .atomic)
    }

    /// The path of the program that the step's `main.swift` becomes.
    func build(step: Int) throws -> String {
      try copy("\(step).swift", to: "Sources/\(executable)/main.swift")
      return try build()
    }

    /// The path of the program.
    func build() throws -> String {
      try buildPackage(
        in: package, executable: executable, configuration: "debug",
        scratch: "Tutorial\(executable)")
    }
  }

  @Test func checkAndEmit() throws {
    let reader = try Reader("Compile", of: "VGGCompiler", prefix: "Compile-")
    let folder = try TemporaryFolder()
    _ = try reader.build(step: 1)

    let wrong = try Tool.run([reader.build(step: 2)], in: folder.url)
    #expect(wrong.status == 0)
    #expect(
      wrong.output.hasPrefix(
        "tiny.yaml:5:18: error: linear layer expects 25088 inputs, but the feature map flattens to 1024 "
          + "[linear-input-mismatch]\n"), "\(wrong.output)")
    #expect(wrong.output.contains("16 x 8 x 8 = 1024"))

    let sound = try Tool.run([reader.build(step: 3)], in: folder.url)
    #expect(sound.status == 0 && sound.output.isEmpty, "\(sound.output)")

    let summary = try Tool.run([reader.build(step: 4)], in: folder.url)
    #expect(summary.output.hasPrefix("tiny: 3x32x32 -> 3, 3 weight layers\n"), "\(summary.output)")

    let emitted = try Tool.run([reader.build(step: 5)], in: folder.url)
    #expect(emitted.output == summary.output + "wrote tiny.swift\n", "\(emitted.output)")
    try folder.write(yaml(of: reader), to: "tiny.yaml")
    let swift = try folder.command.run("emit", "--swift", "tiny.yaml")
    let lines = { (text: String) in text.split(separator: "\n").filter { !$0.contains("tiny.yaml") }
    }
    #expect(try lines(folder.read("tiny.swift")) == lines(swift.output))
    let picture = try folder.command.run("emit", "--svg", "tiny.yaml")
    try expectRecorded(picture.output, reader.resources + "picture.svg")
  }

  /// A program that is called as a service would call it: with a request's body.
  @Test func checkTextsOfOthers() throws {
    let reader = try Reader("Service", of: "VGGCompiler", prefix: "Service-")
    let folder = try TemporaryFolder()
    let text = try Checkout.text(reader.resources + "4.swift")
    #expect(text.split(separator: "\n").count <= 30)

    struct Answer: Decodable, Equatable {
      struct Mistake: Decodable, Equatable {
        let id: String
        let message: String
        let line: Int
        let column: Int
        let repairs: [String]
      }

      let mistakes: [Mistake]
      let parameters: [String: Int]?
    }
    func answer(of program: String, to body: String) throws -> Answer {
      let result = try Tool.run([program], in: folder.url, input: Data(body.utf8))
      #expect(result.status == 0, "\(result.errors)")
      return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }

    _ = try reader.build(step: 1)
    let wrong =
      "input: [1, 8, 8]\nfeatures: [4, M, {conv: 8, in: 3}]\nclassifier: {classes: 2, hidden: []}\n"
    let mistake = Answer.Mistake(
      id: "channel-mismatch",
      message: "convolution expects 3 input channels, but the previous layer outputs 4", line: 2,
      column: 32, repairs: ["replace 3 with 4"])
    let checking = try reader.build(step: 2)
    #expect(
      try answer(of: checking, to: wrong) == Answer(mistakes: [mistake], parameters: nil))

    let counting = try reader.build(step: 3)
    let sound = wrong.replacingOccurrences(of: "in: 3", with: "in: 4")
    let parameters = 9 * 4 + 4 + 9 * 4 * 8 + 8 + 8 * 4 * 4 * 2 + 2
    #expect(
      try answer(of: counting, to: sound)
        == Answer(mistakes: [], parameters: ["configuration": parameters]))
    #expect(try answer(of: counting, to: wrong).parameters == [:])
    #expect(try answer(of: counting, to: "\u{0}[").mistakes.isEmpty == false)

    // The package has `traits: []`, so that swift-protobuf is not compiled.
    let modules = try Checkout.products().appending(path: "TutorialService/debug/Modules").path
    let compiled = try FileManager.default.contentsOfDirectory(atPath: modules)
    #expect(compiled.contains("VGGCompiler.swiftmodule"))
    #expect(!compiled.contains { $0.hasPrefix("SwiftProtobuf.") || $0.hasPrefix("VGGONNX.") })

    // A file of the service is not a client's.
    try folder.write(sound, to: "secret.yaml")
    let serving = try reader.build(step: 4)
    for path in ["secret.yaml", folder.path + "/secret.yaml"] {
      let refused = try answer(of: serving, to: "extends: \(path)\n")
      #expect(refused.mistakes.map(\.id) == ["unknown-base"])
      #expect(refused.parameters == [:])
    }
    if let calls = try fileCalls(of: serving, given: "extends: secret.yaml\n", in: folder) {
      #expect(!calls.contains("secret.yaml"), "\(calls)")
    }
    let digits = try answer(of: serving, to: "extends: digits.yaml\nfeatures: [8, M, 16, M]\n")
    #expect(digits.mistakes == [])
    #expect(digits.parameters?.values.count { $0 > 0 } == 1)
  }

  /// A program's calls of the system that name files, as strace records them; `nil` if there is no strace, or it may
  /// not trace here.
  private func fileCalls(
    of program: String, given body: String, in folder: TemporaryFolder
  ) throws -> String? {
    let words = ["strace", "-f", "-qq", "-e", "trace=%file", "-o", "calls.txt", program]
    guard (try? Tool.run(words, in: folder.url, input: Data(body.utf8)))?.status == 0 else {
      return nil
    }
    let calls = try folder.read("calls.txt")
    #expect(calls.contains("execve(\"\(program)\""))
    return calls
  }

  /// The YAML text in the tutorial's last program.
  private func yaml(of reader: Reader) throws -> String {
    let parts = try Checkout.text(reader.resources + "5.swift").components(separatedBy: "\"\"\"")
    return try #require(parts.dropFirst().first).split(separator: "\n").dropLast()
      .map { $0.dropFirst(4) + "\n" }.joined()
  }

  @Test func runANetwork() throws {
    let reader = try Reader("Classify", of: "VGGRuntime", prefix: "Run-")
    let folder = try TemporaryFolder()
    try folder.write(Checkout.text(reader.resources + "Network.yaml"), to: "tiny.yaml")
    let swift = try folder.command.run("emit", "--swift", "tiny.yaml", "-o", "Tiny.swift")
    #expect(swift.status == 0, "\(swift.errors)")
    try expectRecorded(folder.read("Tiny.swift"), reader.resources + "Tiny.swift")
    let picture = try folder.command.run("emit", "--svg", "tiny.yaml")
    try expectRecorded(picture.output, reader.resources + "picture.svg")
    try reader.copy("Tiny.swift", to: "Sources/Classify/Tiny.swift")

    let weights = try folder.command.run(
      "weights", "init", "tiny.yaml", "--seed", "7", "-o", "tiny.safetensors")
    #expect(weights.status == 0, "\(weights.errors)")
    let pixels = (0..<40 * 32 * 3).map { UInt8($0 * 37 % 256) }
    try folder.write(Array("P6 40 32 255\n".utf8) + pixels, to: "photo.ppm")
    let answer = try folder.command.vgg(
      "predict", "tiny.yaml", "--weights", "tiny.safetensors", "--format", "json", "photo.ppm")
    let expected = try PrintedClassification(json: answer.output)

    _ = try reader.build(step: 1)
    let seeded = try Tool.run([reader.build(step: 2)], in: folder.url)
    #expect(seeded.output.split(separator: ",").count == 3, "\(seeded.output)\(seeded.errors)")
    let read = try Tool.run([reader.build(step: 3), "tiny.safetensors"], in: folder.url)
    #expect(read.output == seeded.output)

    let inputs = ["tiny.safetensors", "photo.ppm"]
    let labelled = try Tool.run([reader.build(step: 4)] + inputs, in: folder.url)
    for line in labelled.output.split(separator: "\n") {
      let words = line.split(separator: " ")
      let candidate = try #require(expected.top.first { $0.label == words.first.map(String.init) })
      #expect(abs(try #require(Float(words[1])) - candidate.probability) < 1e-5)
    }
    #expect(labelled.output.split(separator: "\n").count == 3, "\(labelled.errors)")

    let program = try reader.build(step: 5)
    let whole = try PrintedClassification(json: Tool.run([program] + inputs, in: folder.url).output)
    #expect(whole.top.map(\.label) == expected.top.map(\.label))
    for (logit, reference) in zip(whole.logits, expected.logits) {
      #expect(abs(logit - reference) < 1e-5)
    }
    #expect(try Tool.run([program, "photo.ppm", "photo.ppm"], in: folder.url).status == 65)

    try checkApplication(reader, in: folder)
  }

  /// The last section: a frame, a batch, tasks, and a layer's values.
  private func checkApplication(_ reader: Reader, in folder: TemporaryFolder) throws {
    // The frame's red, green and blue bytes, as a file.
    let pixels = (0..<64 * 48).flatMap { pixel in
      [2, 1, 0].map { UInt8((pixel * 4 + $0) * 37 % 256) }
    }
    try folder.write(Array("P6 64 48 255\n".utf8) + pixels, to: "frame.ppm")
    let answer = try folder.command.vgg(
      "predict", "tiny.yaml", "--weights", "tiny.safetensors", "--format", "json", "frame.ppm")
    let expected = try PrintedClassification(json: answer.output).top.prefix(2)
    let frame = try Tool.run([reader.build(step: 6), "tiny.safetensors"], in: folder.url)
    let printed = frame.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(printed.map { String($0[0]) } == expected.map { $0.label ?? "" }, "\(frame.errors)")
    for (line, candidate) in zip(printed, expected) {
      #expect(abs(try #require(Float(line[1])) - candidate.probability) < 1e-5)
    }

    let tasks = try Tool.run([reader.build(step: 7), "tiny.safetensors"], in: folder.url)
    #expect(
      tasks.output.split(separator: "\n").sorted() == (0..<8).map { "\($0) true" },
      "\(tasks.output)\(tasks.errors)")

    let layer = try Tool.run([reader.build(step: 8), "tiny.safetensors"], in: folder.url)
    try reader.write(
      """
      import VGGRuntime

      let network = try Tiny(weights: WeightFile(path: CommandLine.arguments[1]))
      let image = try FeatureMap<3, 32, 32>((0..<3 * 32 * 32).map { Float($0 & 7) / 7 })
      let first = network.pool1(network.conv1_1(image).relu())
      print(network.conv2_1(first).relu().values.max() ?? 0)
      print(network.features(upTo: \\.fc3, of: image).values == network(image).values)
      """)
    let byHand = try Tool.run([reader.build(), "tiny.safetensors"], in: folder.url)
    #expect(byHand.output == layer.output + "true\n", "\(byHand.errors)")
    #expect(Float(layer.output.dropLast()) ?? 0 > 0, "\(layer.output)\(layer.errors)")
  }
}
