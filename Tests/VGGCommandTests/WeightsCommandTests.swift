import Foundation
import Testing
import VGGTestSupport
import VGGWeights

/// `vggc weights check`, `infer`, `init` and `convert`, and the commands that read weights, run
/// from the command line as by a user.
@Suite struct WeightsCommandTests {
  private let configuration = """
    name: tiny
    input: [3, 12, 8]
    features: [4, M, 8, M]
    classifier: {hidden: [16, 16], classes: 6}

    """
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(configuration, to: "tiny.yaml")
    try folder.write(
      configuration.replacing("classes: 6", with: "classes: 4"), to: "four.yaml")
    #expect(try initialise().status == 0)
  }

  private func initialise(_ output: String = "w.safetensors") throws -> Tool.Result {
    try folder.command.run("weights", "init", "tiny.yaml", "--seed", "7", "-o", output)
  }

  private func file(_ name: String) throws -> WeightFile {
    try WeightFile(path: folder.path + "/" + name)
  }

  // MARK: - init

  @Test func equalSeedsGiveEqualFiles() throws {
    #expect(try initialise("again.safetensors").status == 0)
    #expect(try folder.command.shell("cmp w.safetensors again.safetensors").status == 0)
    #expect(try initialise().status == 0)
    let other = try folder.command.run(
      "weights", "init", "tiny.yaml", "--seed", "8", "-o", "other.safetensors")
    #expect(other.status == 0)
    #expect(try folder.command.shell("cmp -s w.safetensors other.safetensors").status == 1)
  }

  @Test func trainedWeightsAreKept() throws {
    try folder.write("trained", to: "trained.safetensors")
    let result = try initialise("trained.safetensors")
    #expect(result.status == 73)
    #expect(
      result.errors.contains("holds weights that vggc did not initialise"), "\(result.errors)")
    #expect(try folder.read("trained.safetensors") == "trained")
  }

  // MARK: - check

  @Test func weightsThatFitAreSaid() throws {
    let result = try folder.command.run("weights", "check", "tiny.yaml", "w.safetensors")
    #expect(result.status == 0)
    #expect(result.output == "w.safetensors fits tiny: all 10 tensors\n")
    #expect(result.errors == "")
  }

  @Test func weightsThatDoNotFitAreSaidWithTheReason() throws {
    let result = try folder.command.run("weights", "check", "four.yaml", "w.safetensors")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix(
        "w.safetensors does not fit tiny: of 10 tensors, 2 have a different shape or type\n"
          + "  the weights have 6 classes, but the network has 4: `classes: 6`\n"),
      "\(result.output)")
    #expect(result.output.contains("classifier.6.weight  fc5    4x16     6x16"), "\(result.output)")
    let json = try folder.command.run(
      "weights", "check", "four.yaml", "w.safetensors", "--format", "json")
    #expect(json.status == 1)
    #expect(json.output.contains(#""code" : "classes""#), "\(json.output)")
    let check = try folder.command.run("check", "--weights", "w.safetensors", "four.yaml")
    #expect(check.status == 1)
    #expect(
      check.errors.contains("note: the weights have 6 classes, but the network has 4"),
      "\(check.errors)")
  }

  @Test func everyModelOfAFileIsChecked() throws {
    try folder.write(
      """
      input: [3, 12, 8]
      models:
        six: {features: [4, M, 8, M], classifier: {hidden: [16, 16], classes: 6}}
        norm: {features: [4, M, 8, M], batch_norm: true, classifier: {hidden: [16, 16], classes: 6}}
      """, to: "two.yaml")
    let both = try folder.command.run("weights", "check", "two.yaml", "w.safetensors")
    #expect(both.status == 1)
    #expect(both.output.contains("w.safetensors fits six"), "\(both.output)")
    #expect(both.output.contains("w.safetensors does not fit norm"), "\(both.output)")
    #expect(both.output.contains("without batch normalisation"), "\(both.output)")
    let one = try folder.command.run(
      "weights", "check", "two.yaml", "w.safetensors", "--model", "six")
    #expect(one.status == 0)
  }

  @Test func whatCannotBeReadIsSaid() throws {
    try folder.write("nonsense", to: "bad.safetensors")
    for arguments in [["check", "tiny.yaml", "bad.safetensors"], ["infer", "bad.safetensors"]] {
      let result = try folder.command.run(["weights"] + arguments)
      #expect(result.status == 66)
      #expect(result.errors.contains("bad.safetensors: byte 0:"), "\(result.errors)")
    }
    try folder.write("features: [64, {conv: 8, in: 3}]\n", to: "unsound.yaml")
    #expect(
      try folder.command.run("weights", "check", "unsound.yaml", "w.safetensors").status == 1)
    #expect(try folder.command.run("weights", "check", "tiny.yaml").status == 64)
  }

  // MARK: - infer

  @Test func whatIsInferredFits() throws {
    let result = try folder.command.run("weights", "infer", "w.safetensors")
    #expect(result.status == 0)
    #expect(result.output.contains("input: [3, 8, 12]"), "\(result.output)")
    #expect(
      try folder.command.run("weights", "infer", "w.safetensors", "-o", "inferred.yaml").status == 0
    )
    #expect(try folder.read("inferred.yaml") == result.output)
    let check = try folder.command.run("check", "inferred.yaml", "--weights", "w.safetensors")
    #expect(check.status == 0, "\(check.errors)")
  }

  /// As in torchvision's file of VGG-16's features, whose classifier is NaN.
  @Test func aHeadOfNaNIsSaid() throws {
    try writeSafetensors(
      file("w.safetensors").tensors, from: NaNHead(), to: folder.path + "/nan.safetensors")
    let result = try folder.command.run("weights", "infer", "nan.safetensors")
    #expect(result.status == 0)
    let remark =
      "classifier.0.weight, classifier.0.bias, classifier.3.weight and 3 more hold NaN or infinity: "
      + "do not use the classifier, only the features."
    #expect(result.errors == "vggc: note: nan.safetensors: \(remark)\n")
    let comment = result.output.split(separator: "\n").prefix { $0.hasPrefix("#") }
      .map { $0.dropFirst(2) }.joined(separator: " ")
    #expect(comment.contains(remark), "\(result.output)")
  }

  private struct NaNHead: WeightSource {
    func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
      let value: Float = name.hasPrefix("classifier") ? .nan : 1
      return WeightTensor([Float](repeating: value, count: shape.reduce(1, *)), shape: shape)
    }
  }

  /// No command accepts weights that are NaN, and the message has their location.
  @Test(arguments: [
    "weights check tiny.yaml nan.safetensors",
    "weights convert nan.safetensors out.safetensors --for tiny.yaml",
    "emit --onnx tiny.yaml --weights nan.safetensors -o out.onnx",
  ]) func aValueThatIsNoNumberIsRefused(_ arguments: String) throws {
    let weights = try file("w.safetensors")
    try writeSafetensors(
      weights.tensors, from: OneValueNaN(weights: weights), to: folder.path + "/nan.safetensors")
    let result = try folder.command.run(arguments.split(separator: " ").map(String.init))
    #expect(result.status == 1)
    #expect(result.errors.contains("nan.safetensors: byte "))
    #expect(
      result.errors.contains("tensor 'classifier.3.weight' holds nan at element 5"),
      "\(result.errors)")
    #expect(try folder.contents().filter { $0.hasPrefix("out") } == [])
  }

  private struct OneValueNaN: WeightSource {
    let weights: WeightFile

    func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
      var values = try weights.tensor(name, shape: shape).values
      if name == "classifier.3.weight" { values[5] = .nan }
      return WeightTensor(values, shape: shape)
    }
  }

  @Test(arguments: [
    "emit --pytorch tiny.yaml -o ./tiny.yaml",
    "emit --onnx tiny.yaml --weights w.safetensors -o w.safetensors",
    "weights infer w.safetensors -o w.safetensors",
  ]) func whatIsReadIsNotWrittenOver(_ arguments: String) throws {
    let before = try folder.command.shell("cat tiny.yaml w.safetensors | cksum")
    let result = try folder.command.run(arguments.split(separator: " ").map(String.init))
    #expect(result.status == 73)
    #expect(result.errors.contains("it is the input; name another file"))
    #expect(try folder.command.shell("cat tiny.yaml w.safetensors | cksum").output == before.output)
  }

  @Test func dataBesideAModelAreNotAnothersFile() throws {
    try folder.write("mine", to: "m.onnx.data")
    let arguments = [
      "emit", "--onnx", "tiny.yaml", "--init", "1", "--external-data", "-o", "m.onnx",
    ]
    #expect(try folder.command.run(arguments).status == 73)
    #expect(try folder.command.shell("cat m.onnx.data").output == "mine")
    #expect(try folder.command.shell("rm m.onnx.data").status == 0)
    for _ in 0..<2 { #expect(try folder.command.run(arguments).status == 0) }
  }

  @Test func weightsOfAnotherKindOfNetworkAreSaid() throws {
    try writeSafetensors(
      [TensorDescription(name: "conv1.weight", shape: [64, 3, 7, 7])], from: VariedWeights(),
      to: folder.path + "/resnet.safetensors")
    let result = try folder.command.run("weights", "infer", "resnet.safetensors")
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors.contains(
        "cannot infer a configuration from resnet.safetensors: conv1.weight show the order of convolutions"
      ),
      "\(result.errors)")
  }

  /// Each size is within the language's bounds, but their product exceeds 64 bits.
  @Test func sizesThatNoNetworkHasAreSaid() throws {
    // A file without bytes for its tensors would be refused, so the sizes are those of empty
    // tensors.
    try writeSafetensors(
      [TensorDescription(name: "features.0.weight", shape: [0, 3, 3, 3])], from: VariedWeights(),
      to: folder.path + "/empty.safetensors")
    let result = try folder.command.run("weights", "infer", "empty.safetensors")
    #expect(result.status == 1)
    #expect(result.errors.contains("outside the language's bounds"), "\(result.errors)")
  }

  // MARK: - convert

  @Test func aHeadForOtherClassesIsMadeAnew() throws {
    let refused = try folder.command.run(
      "weights", "convert", "w.safetensors", "four.safetensors", "--for", "four.yaml")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("w.safetensors does not fit tiny"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/four.safetensors"))
    let result = try folder.command.run(
      "weights", "convert", "w.safetensors", "four.safetensors", "--for", "four.yaml",
      "--drop-head", "--seed", "3")
    #expect(result.status == 0)
    #expect(
      result.errors.hasPrefix(
        "vggc: note: kept features.0 to classifier.3; new from seed 3: classifier.6, which is 6x16 in the file and "
          + "4x16 here\n"), "\(result.errors)")
    #expect(
      try folder.command.run("weights", "check", "four.yaml", "four.safetensors").status == 0)
    let (old, new) = (try file("w.safetensors"), try file("four.safetensors"))
    #expect(
      try new.tensor("classifier.3.weight").values == old.tensor("classifier.3.weight").values)
    #expect(
      try new.tensor("classifier.6.weight").values
        == SeededInitializer(seed: 3).tensor("classifier.6.weight", shape: [4, 16]).values)
  }

  @Test func aHeadThatFitsIsKept() throws {
    let result = try folder.command.run(
      "weights", "convert", "w.safetensors", "same.safetensors", "--for", "tiny.yaml",
      "--drop-head")
    #expect(result.errors.contains("the last layer fits, so it is kept"), "\(result.errors)")
    #expect(
      try file("same.safetensors").tensor("classifier.6.weight").values
        == file("w.safetensors").tensor("classifier.6.weight").values)
  }

  @Test func wrongUsage() throws {
    for options in [
      "--drop-head", "--for tiny.yaml --seed 1", "--model tiny",
    ] {
      let result = try folder.command.shell(
        "vggc weights convert w.safetensors out.safetensors \(options)")
      #expect(result.status == 64, "\(options)")
    }
    #expect(
      try folder.command.run("weights", "init", "tiny.yaml", "-o", "a.safetensors").status == 64)
  }

  // MARK: - Names

  /// timm's names in place of torchvision's, with the classifier's first layers as convolutions.
  private func writeTimm() throws {
    let weights = try file("w.safetensors")
    let names = [
      "classifier.0": "pre_logits.fc1", "classifier.3": "pre_logits.fc2", "classifier.6": "head.fc",
    ]
    let renamed = weights.tensors.map { tensor in
      let dot = tensor.name.lastIndex(of: ".") ?? tensor.name.endIndex
      let module = String(tensor.name[..<dot])
      let isLinear = names[module] != nil && module != "classifier.6" && tensor.shape.count == 2
      let shape = isLinear ? [16, tensor.shape[1] == 48 ? 8 : 16] : tensor.shape
      return TensorDescription(
        name: (names[module] ?? module) + tensor.name[dot...],
        shape: isLinear ? shape + (tensor.shape[1] == 48 ? [3, 2] : [1, 1]) : shape)
    }
    try writeSafetensors(
      renamed, from: Renamed(file: weights, names: names), to: folder.path + "/timm.safetensors")
  }

  private struct Renamed: WeightSource {
    let file: WeightFile
    let names: [String: String]

    func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
      let own = names.reduce(name) { $0.replacing($1.value, with: $1.key) }
      return WeightTensor(try file.tensor(own).values, shape: shape)
    }
  }

  @Test func timmsWeightsAreTakenEverywhere() throws {
    try writeTimm()
    let note =
      "timm.safetensors: the names are read as torchvision's: 'pre_logits.fc1' as classifier.0, 'pre_logits.fc2' as "
      + "classifier.3, 'head.fc' as classifier.6\n"
    let check = try folder.command.run("weights", "check", "tiny.yaml", "timm.safetensors")
    #expect(check.status == 0, "\(check.output)")
    #expect(check.errors == "vggc: note: " + note)
    #expect(
      try folder.command.run("check", "tiny.yaml", "--weights", "timm.safetensors").status == 0)
    #expect(
      try folder.command.run("weights", "infer", "timm.safetensors").output
        == folder.command.run("weights", "infer", "w.safetensors").output
        .replacing("w.safetensors", with: "timm.safetensors"))
    #expect(
      try folder.command.run(
        "weights", "convert", "timm.safetensors", "copy.safetensors"
      ).status == 0)
    #expect(try file("copy.safetensors").tensors == file("w.safetensors").tensors)
    try folder.write(
      littleEndian((0..<3 * 12 * 8).map { Float($0 * 37 % 101) / 50 - 1 }), to: "image.f32")
    let outputs = try ["w.safetensors", "timm.safetensors"].map { weights in
      try folder.command.vgg(
        "predict", "tiny.yaml", "--weights", weights, "image.f32", "--format", "json")
    }
    #expect(outputs[1].errors == "vgg: note: " + note)
    #expect(outputs[0].output == outputs[1].output)
    #expect(outputs[0].output.contains("logits"))
  }
}
