import Foundation
import Testing

/// The README's way from a configuration to a program, as typed: emitted, built in release, run, and held against
/// PyTorch.
@Suite struct PackageCommandTests {
  private struct Answer: Decodable {
    struct Candidate: Decodable {
      let `class`: Int
      let probability: Double
    }
    let logits: [Double]
    let top: [Candidate]
  }

  /// The values that Scripts/judge-custom.py gave PyTorch, as raw little-endian float32.
  private var image: Data {
    var bytes = Data()
    for index in 0..<(3 * 32 * 32) {
      let value = Float(index * 37 % 101) / 50 - 1
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  @Test func customClassifiesAsPyTorchDoes() throws {
    let folder = try TemporaryFolder()
    try folder.write(image, to: "image.f32")
    let configuration = Checkout.root.appending(path: "Configs/custom.yaml").path
    let emitted = try folder.command.run(
      "emit", "--swift", configuration, "--package", "Custom", "--init", "7", "--runtime",
      Checkout.root.path)
    #expect(emitted.status == 0, "\(emitted.errors)")
    let program = try folder.command.buildPackage("Custom")
    let result = try folder.command.shell("\(program) Custom/weights.safetensors image.f32")
    #expect(result.status == 0, "\(result.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))

    let golden = Checkout.root.appending(path: "Tests/Golden/custom/logits-seed-7.json")
    let expected = try JSONDecoder().decode([Double].self, from: Data(contentsOf: golden))
    #expect(answer.logits.count == expected.count)
    for (logit, judge) in zip(answer.logits, expected) { #expect(abs(logit - judge) < 1e-5) }
    let order = expected.indices.sorted { expected[$0] > expected[$1] }
    #expect(answer.top.map(\.class) == Array(order.prefix(5)))

    let wrong = try folder.command.shell("\(program) image.f32 Custom/weights.safetensors")
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("image.f32"), "\(wrong.errors)")
  }
}

extension BuiltCommand {
  /// Builds a package of this command's folder in release, keeping what is built of the runtime beside vggc's own
  /// build, and returns the path of its executable.
  fileprivate func buildPackage(_ name: String) throws -> String {
    let scratch = try Self.executable().deletingLastPathComponent().appending(
      path: "CommandTestPackage"
    ).path
    let swift = try #require(ProcessInfo.processInfo.environment["PATH"])
    let command =
      "PATH='\(swift)' swift build -c release --scratch-path '\(scratch)' --package-path \(name)"
    let result = try shell(command)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let place = try shell("\(command) --show-bin-path").output
    return place.trimmingCharacters(in: .whitespacesAndNewlines) + "/\(name)"
  }
}
