import Foundation
import Testing
import VGGTestSupport

/// The README's steps from a configuration to a program, as typed: emitted, built in release mode, run, and
/// compared with PyTorch.
@Suite struct PackageCommandTests {
  /// The input of Scripts/make-custom-goldens.py, as raw little-endian float32.
  private var image: [UInt8] {
    littleEndian((0..<3 * 32 * 32).map { Float($0 * 37 % 101) / 50 - 1 })
  }

  @Test func customClassifiesAsPyTorchDoes() throws {
    let folder = try TemporaryFolder()
    try folder.write(image, to: "image.f32")
    let configuration = Checkout.file("Configs/custom.yaml").path
    let emitted = try folder.command.run(
      "emit", "--swift", configuration, "--package", "Custom", "--init", "7", "--runtime",
      Checkout.root.path)
    #expect(emitted.status == 0, "\(emitted.errors)")
    let program = try buildPackage(
      in: folder.url.appending(path: "Custom"), executable: "Custom", configuration: "release",
      scratch: "CommandTestPackage")
    let result = try folder.command.shell("\(program) Custom/weights.safetensors image.f32")
    #expect(result.status == 0, "\(result.errors)")
    let answer = try PrintedClassification(json: result.output)

    let golden = Checkout.file("Tests/Golden/custom/logits-seed-7.json")
    let expected = try JSONDecoder().decode([Double].self, from: Data(contentsOf: golden))
    #expect(answer.logits.count == expected.count)
    for (logit, reference) in zip(answer.logits, expected) {
      #expect(abs(Double(logit) - reference) < 1e-5)
    }
    let order = expected.indices.sorted { expected[$0] > expected[$1] }
    #expect(answer.top.map(\.class) == Array(order.prefix(5)))

    let wrong = try folder.command.shell("\(program) image.f32 Custom/weights.safetensors")
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("image.f32"), "\(wrong.errors)")
  }
}
