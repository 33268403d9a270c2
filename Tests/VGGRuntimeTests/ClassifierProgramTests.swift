import Foundation
import Testing
import VGGTestSupport
import VGGWeights

@testable import VGGRuntime

@Suite struct ClassifierProgramTests {
  private let folder: TemporaryFolder
  private let weights: String
  private let program = ClassifierProgram(
    name: "tiny", preprocessing: ImagePreprocessing(resize: 2, mean: [0], deviation: [1]),
    labels: ["a \"cat\"", "dog"]
  ) { weights, image in
    try TinyNetwork(weights: weights)(image)
  }

  init() throws {
    folder = try TemporaryFolder()
    weights = "\(folder.path)/tiny.safetensors"
    let values: [Float] = [
      1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0.5, 0.5, 0, 0, 1, 1, 1, 1,
    ]
    try writeSafetensors(
      [
        TensorDescription(name: "classifier.0.weight", shape: [6, 4]),
        TensorDescription(name: "classifier.0.bias", shape: [6]),
      ], from: FixedWeights(weight: values), to: weights)
  }

  @Test func classifiesARawInput() throws {
    let input = try folder.write(littleEndian([0.1, 2, -1, 0.25]), to: "input.f32")
    let result = try result(of: program.run([weights, input]))
    expectAgreement(result.logits, [0.1, 2, -1, 0.25, 1.05, 1.35], tolerance: 1e-6)
    #expect(result.top.map(\.class) == [1, 5, 4, 3, 0])
    #expect(result.top.map(\.label) == ["dog", nil, nil, nil, "a \"cat\""])
    let sum = result.logits.map { exp(Double($0)) }.reduce(0, +)
    expectAgreement(
      result.top.map(\.probability),
      result.top.map { Float(exp(Double(result.logits[$0.class])) / sum) })
  }

  /// The same weights with the names of Keras and Caffe, and wrapped by DataParallel.
  @Test(arguments: [("dense", "kernel"), ("fc6", "weight"), ("classifier.module.0", "weight")])
  func takesOtherNames(_ layer: String, _ part: String) throws {
    let isKeras = part == "kernel"
    let file = try WeightFile(path: weights)
    let values = try file.tensor("classifier.0.weight").values
    let turned = (0..<24).map { values[$0 % 6 * 4 + $0 / 6] }
    let path = "\(folder.path)/named.safetensors"
    try writeSafetensors(
      [
        TensorDescription(name: "\(layer).\(part)", shape: isKeras ? [4, 6] : [6, 4]),
        TensorDescription(name: "\(layer).bias", shape: [6]),
      ], from: FixedWeights(weight: isKeras ? turned : values), to: path)
    let input = try folder.write(littleEndian([0.1, 2, -1, 0.25]), to: "input.f32")
    #expect(program.run([path, input]) == program.run([weights, input]))
  }

  @Test func classifiesAPicture() throws {
    let input = try folder.write(Array("P5 2 2 255\n".utf8) + [0, 51, 102, 255], to: "input.pgm")
    let result = try result(of: program.run([weights, input]))
    expectAgreement(result.logits, [0, 0.2, 0.4, 1, 0.1, 1.6])
  }

  @Test func takesTheOutputOfASoftmaxAsItIs() throws {
    let program = ClassifierProgram(
      name: "tiny", preprocessing: ImagePreprocessing(resize: 2, mean: [0], deviation: [1]),
      output: .probabilities
    ) { weights, image in
      try TinyNetwork(weights: weights)(image).softmax()
    }
    let input = try folder.write(littleEndian([0.1, 2, -1, 0.25]), to: "input.f32")
    let result = try result(of: program.run([weights, input]))
    #expect(result.areProbabilities)
    #expect(result.top.first?.probability == result.logits.max())
    #expect(abs(result.logits.reduce(0, +) - 1) < 1e-6)
  }

  @Test(arguments: [[], ["one"], ["one", "two", "three"]])
  func saysHowItIsUsed(arguments: [String]) {
    guard case .failure(let status, let message) = program.run(arguments) else {
      Issue.record("\(arguments) must be refused")
      return
    }
    #expect(status == 64)
    #expect(message.hasPrefix("usage: tiny WEIGHTS INPUT\n"))
    #expect(message.hasSuffix("1 x 2 x 2 little-endian float32 values"))
  }

  @Test func helpIsNoError() {
    #expect(program.run(["--help"]) == program.run(["-h"]))
    guard case .success(let text) = program.run(["--help"]) else {
      Issue.record("help must succeed")
      return
    }
    #expect(text.hasPrefix("usage: tiny"))
  }

  @Test func saysWhatCannotBeRead() throws {
    let input = try folder.write(littleEndian([1, 2, 3, 4]), to: "input.f32")
    expect(
      program.run([folder.path + "/none", input]), 66,
      "tiny: error: \(folder.path)/none: cannot open it: no such file or directory")
    expect(
      program.run([folder.path, input]), 66,
      "tiny: error: \(folder.path): it is a folder, not a file")
    expect(
      program.run([weights, folder.path + "/none.f32"]), 66,
      "tiny: error: \(folder.path)/none.f32: cannot read it: no such file or directory")
    expect(
      program.run([weights, folder.path]), 66,
      "tiny: error: \(folder.path): cannot read it: is a directory")
  }

  @Test func saysWhatIsWrongWithTheInput() throws {
    let short = try folder.write([1, 2, 3], to: "short.f32")
    expect(
      program.run([weights, short]), 65,
      "tiny: error: \(short): the file has 3 bytes, but 1 x 2 x 2 float32 values take 16")
    let picture = try folder.write(Array("GIF89a".utf8), to: "photo.gif")
    expect(
      program.run([weights, picture]), 65,
      "tiny: error: \(picture): it is no binary PPM (P6) or PGM (P5) picture; for others, "
        + "convert first, for example: magick photo.jpg photo.ppm")
    let infinite = try folder.write(littleEndian([.infinity, 0, 0, 1]), to: "infinite.f32")
    expect(
      program.run([weights, infinite]), 65,
      "tiny: error: the network's output for class 0 is inf: the weights or the input are unusable")
    expect(
      program.run(["/dev/null", infinite]), 66,
      "tiny: error: /dev/null: it is no regular file, so cannot be mapped")
  }

  @Test func boundsAnEndlessInput() {
    expect(
      program.run([weights, "/dev/zero"]), 66,
      "tiny: error: /dev/zero: cannot read it: it is larger than 256 MiB")
  }

  @Test func saysWhatIsWrongWithTheWeights() throws {
    let input = try folder.write(littleEndian([1, 2, 3, 4]), to: "input.f32")
    let golden = Golden.path("linear.safetensors")
    expect(
      program.run([golden, input]), 65,
      "tiny: error: \(golden): tensor 'classifier.0.weight' has shape 5 x 37, "
        + "but the network needs 6 x 4")
    expect(
      program.run([input, input]), 65,
      "tiny: error: \(input): byte 0: the header's length, 4611686019492741120 bytes, is over the "
        + "format's limit of 100000000: this is no safetensors file")
  }

  @Test func endsTheProcessWithTheStatus() async {
    let failure = await #expect(
      processExitsWith: .exitCode(66), observing: [\.standardErrorContent]
    ) {
      ProgramOutcome.failure(66, "the reason").finish(program: "tiny")
    }
    #expect(
      failure.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }?
        .contains("the reason\n") == true)
    let success = await #expect(
      processExitsWith: .exitCode(0), observing: [\.standardOutputContent]
    ) {
      ProgramOutcome.success("the result\n").finish(program: "tiny")
    }
    #expect(
      success.map { String(decoding: $0.standardOutputContent, as: UTF8.self) }?
        .contains("the result\n") == true)
  }

  @Test func saysThatTheResultCannotBeWritten() async {
    let failure = await #expect(
      processExitsWith: .exitCode(73), observing: [\.standardErrorContent]
    ) {
      let full = open("/dev/full", O_WRONLY)
      dup2(full, STDOUT_FILENO)
      ProgramOutcome.success("the result\n").finish(program: "tiny")
    }
    #expect(
      failure.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }?
        .contains("tiny: error: cannot write the result: no space left on device\n") == true)
  }

  private func result(of outcome: ProgramOutcome) throws -> PrintedClassification {
    guard case .success(let text) = outcome else {
      throw ShapeError("\(outcome)")
    }
    #expect(text.hasSuffix("}\n") && text.split(separator: "\n").count == 1)
    return try PrintedClassification(json: text)
  }

  private func expect(
    _ outcome: ProgramOutcome, _ status: Int32, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome == .failure(status, message), sourceLocation: sourceLocation)
  }
}

private struct TinyNetwork: Sendable {
  let flatten: Flatten<1, 2, 2, 4>
  let fc1: Linear<4, 6>

  init(weights: some WeightSource) throws {
    flatten = try Flatten()
    fc1 = try Linear("classifier.0", from: weights)
  }

  func callAsFunction(_ image: FeatureMap<1, 2, 2>) -> FeatureVector<6> {
    fc1(flatten(image))
  }
}

/// The given weight, and biases of zero.
private struct FixedWeights: WeightSource {
  let weight: [Float]

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    name.hasSuffix(".weight") || name.hasSuffix(".kernel")
      ? WeightTensor(weight, shape: shape)
      : WeightTensor([Float](repeating: 0, count: shape.reduce(1, *)), shape: shape)
  }
}
