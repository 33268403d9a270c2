import Foundation
import Testing
import VGGTestSupport

/// `vggc weights inspect` and `convert`, and the other commands with PyTorch's files.
@Suite struct WeightFileCommandTests {
  private let folder: TemporaryFolder

  /// A folder with PyTorch's files from the weight tests, and a configuration that fits `tiny`.
  init() throws {
    folder = try TemporaryFolder()
    for file in Checkout.files(in: "Tests/VGGWeightsTests/Golden") {
      let name = file.split(separator: "/").last.map(String.init) ?? ""
      try folder.write(try Data(contentsOf: Checkout.file(file)), to: name)
    }
    try folder.write(
      "input: [3, 8, 8]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 3}\n", to: "tiny.yaml")
  }

  @Test(arguments: ["every-type.zip.pth", "network.stream.pth", "views.safetensors"])
  func inspectionIsAsRecorded(file: String) throws {
    let result = try folder.command.run(
      "weights", "inspect", file, environment: ["COLUMNS": "100"])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    try expectGolden(result.output, "weights/inspect-\(file).txt")
    let json = try folder.command.run("weights", "inspect", file, "--format", "json")
    #expect(json.status == 0 && json.errors.isEmpty)
    try expectGolden(json.output, "weights/inspect-\(file).json")
  }

  /// One flipped bit in a file that this project wrote: every command that reads weights refuses it, and `inspect`
  /// reports it on request.
  @Test func damageIsFound() throws {
    let sound = "w.safetensors"
    #expect(
      try folder.command.run("weights", "init", "tiny.yaml", "--seed", "1", "-o", sound).status == 0
    )
    let verified = try folder.command.run("weights", "inspect", sound, "--verify")
    #expect(verified.status == 0)
    #expect(verified.errors == "vggc: note: w.safetensors: the checksum matches\n")
    let foreign = try folder.command.run("weights", "inspect", "views.safetensors", "--verify")
    #expect(foreign.status == 1)
    #expect(foreign.errors.contains("views.safetensors: no checksum"))
    try folder.write(
      Array("P6 8 8 255\n".utf8) + [UInt8](repeating: 90, count: 3 * 64), to: "photo.ppm")
    var bytes = try Data(contentsOf: folder.url.appending(path: sound))
    bytes[bytes.count - 10] ^= 4
    try folder.write(bytes, to: sound)
    let reason = "\(sound): its checksum does not match: the file is damaged"
    for (command, status) in [
      ("vggc weights inspect \(sound) --verify", 1), ("vggc weights check tiny.yaml \(sound)", 66),
      ("vggc weights convert \(sound) c.safetensors", 66),
      ("vggc emit tiny.yaml --onnx --weights \(sound) -o n.onnx", 66),
      ("vgg predict tiny.yaml --weights \(sound) photo.ppm", 1),
      ("vgg predict tiny.yaml --weights \(sound) photo.ppm --cache", 1),
    ] as [(String, Int32)] {
      let result = try folder.command.shell(command)
      #expect(result.status == status, "\(command): \(result.errors)")
      #expect(result.errors.contains(reason), "\(command): \(result.errors)")
    }
    #expect(try folder.command.run("weights", "inspect", sound).status == 0)
  }

  @Test func inspectionSaysHowACheckpointWasRead() throws {
    let result = try folder.command.run("weights", "inspect", "checkpoint.stream.pth")
    #expect(result.status == 0)
    #expect(
      result.errors == """
        vggc: note: checkpoint.stream.pth: read the tensors under 'state_dict'
        vggc: note: checkpoint.stream.pth: removed 'module.', which DataParallel adds, from every name

        """)
  }

  /// The file name does not matter: a PyTorch file may have any ending.
  @Test func theFirstBytesSayWhatAFileIs() throws {
    try FileManager.default.copyItem(
      atPath: folder.path + "/tiny.stream.pth", toPath: folder.path + "/odd.safetensors")
    let result = try folder.command.run("weights", "inspect", "odd.safetensors")
    #expect(result.output.hasPrefix("odd.safetensors: PyTorch file (stream"), "\(result.output)")
  }

  @Test(arguments: ["tiny.zip.pth", "tiny.stream.pth", "tiny.safetensors"])
  func everyContainerGivesTheSameTensors(file: String) throws {
    let converted = try folder.command.run("weights", "convert", file, "out.safetensors")
    #expect(converted.status == 0 && converted.output.isEmpty)
    #expect(
      converted.errors == "vggc: note: wrote out.safetensors: 4 tensors, 307 values\n")
    // The names are in the file's order, so they are sorted before they are compared.
    let found = try inspected("out.safetensors")
    #expect(found == (try inspected("tiny.safetensors")))
  }

  private func inspected(_ file: String) throws -> [String] {
    let result = try folder.command.run("weights", "inspect", file)
    return result.output.split(separator: "\n").filter { $0.contains("F32") }.map(String.init)
      .sorted()
  }

  /// `convert` replaces its own output; a file from elsewhere stays as it is.
  @Test func conversionReplacesOnlyWhatItWrote() throws {
    let command = folder.command
    for _ in 0..<2 {
      #expect(try command.run("weights", "convert", "tiny.zip.pth", "a.safetensors").status == 0)
    }
    let before = try Data(contentsOf: folder.url.appending(path: "views.safetensors"))
    let refused = try command.run("weights", "convert", "tiny.zip.pth", "views.safetensors")
    #expect(refused.status == 73)
    #expect(
      refused.errors == """
        vggc: error: cannot write views.safetensors: it exists, and isn't marked as converted by vggc; \
        move it, or name another file

        """)
    #expect(try Data(contentsOf: folder.url.appending(path: "views.safetensors")) == before)
    #expect(try command.run("weights", "convert", "tiny.zip.pth", "no/a.safetensors").status == 73)
    #expect(try folder.contents().filter { $0.contains(".safetensors.") } == [])
    let full = try command.shell("vggc weights convert tiny.zip.pth /dev/full")
    #expect(full.status == 73 && full.errors.contains("no space left"), "\(full.errors)")
  }

  @Test(arguments: ["tiny.zip.pth", "tiny.stream.pth"])
  func networksRunWithPyTorchsFiles(file: String) throws {
    let command = folder.command
    let image = (0..<192).map { Float($0 % 13) / 13 - 0.5 }
    try folder.write(littleEndian(image), to: "image.f32")
    func prediction(_ weights: String) throws -> String {
      let result = try command.vgg(
        "predict", "tiny.yaml", "--weights", weights, "image.f32", "--format", "json")
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    #expect(try prediction(file) == prediction("tiny.safetensors"))
    #expect(try command.run("check", "tiny.yaml", "--weights", file).status == 0)
    let emitted = try command.run("emit", "--swift", "tiny.yaml", "--weights", file)
    #expect(emitted.status == 0, "\(emitted.errors)")
    let wrong = try command.run("check", "D", "--weights", file)
    #expect(wrong.status == 1 && wrong.errors.contains("[weights-mismatch]"))
  }

  /// The pickle calls os.system; none of it is executed.
  @Test func aPickleThatRunsCodeIsRefused() throws {
    let line = "touch \(folder.path)/hacked"
    var pickle: [UInt8] = [0x80, 2] + Array("cos\nsystem\nX".utf8)
    pickle += littleEndian(UInt32(line.utf8.count)) + Array(line.utf8) + [0x85] + Array("R.".utf8)
    // The stream format from before 1.6: its mark, its version, the machine's properties.
    var head: [UInt8] = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50]
    head += [0x19, 0x2e, 0x80, 2, 0x4d, 0xe9, 3, 0x2e, 0x80, 2] + Array("}(X".utf8)
    head += [13, 0, 0, 0] + Array("little_endian".utf8) + [0x88] + Array("u.".utf8)
    try folder.write(head + pickle, to: "evil.pth")
    for arguments in [
      ["weights", "inspect", "evil.pth"], ["weights", "convert", "evil.pth", "o.safetensors"],
      ["check", "tiny.yaml", "--weights", "evil.pth"],
    ] {
      let result = try vggc(arguments)
      #expect(result.status == 66)
      #expect(
        result.errors == """
          vggc: error: cannot read weights: evil.pth: byte \(head.count + 2): the pickle asks for 'os.system', \
          but only tensors, dictionaries, numbers and strings are read, and nothing is executed; \
          save only the tensors: torch.save(model.state_dict(), path)

          """)
    }
    #expect(
      try folder.command.vgg(
        "predict", "tiny.yaml", "--weights", "evil.pth", "image.f32"
      ).status != 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/hacked"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/o.safetensors"))
  }

  private func vggc(_ arguments: [String]) throws -> Tool.Result {
    try folder.command.shell("vggc " + arguments.joined(separator: " "))
  }

  @Test(
    arguments: [
      ("inspect", 64), ("inspect none.pth", 66), ("inspect .", 66), ("inspect tiny.yaml", 66),
      ("inspect tiny.zip.pth --format csv", 64), ("inspect tiny.zip.pth > /dev/full", 73),
      ("convert tiny.zip.pth", 64), ("convert tiny.zip.pth out.pth", 64),
      ("convert tiny.yaml out.safetensors", 66), ("convert tiny.zip.pth -", 64), ("frobnicate", 64),
      ("--help", 0), ("inspect --help", 0), ("convert --help", 0),
    ] as [(String, Int32)])
  func exitStatuses(arguments: String, status: Int32) throws {
    let result = try folder.command.shell("vggc weights \(arguments)")
    #expect(result.status == status, "\(result.errors)")
    #expect(status == 0 || !result.errors.isEmpty)
  }
}
