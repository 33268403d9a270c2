import Foundation
import Testing
import VGGExecution
import VGGTestSupport
import VGGWeights

/// A whole network compared with PyTorch, which `Scripts/make-custom-goldens.py` ran with the same
/// weights.
@Suite struct CustomNetworkTests {
  @Test(arguments: [true, false]) func givesPyTorchsLogits(_ isExact: Bool) throws {
    let file = Checkout.file("Tests/Golden/custom/logits-seed-7.json")
    let expected = try JSONDecoder().decode([Double].self, from: Data(contentsOf: file))
    let image: [Float] = (0..<3 * 32 * 32).map { Float($0 * 37 % 101) / 50 - 1 }
    let program = try Program(
      SampleModel.custom.graph(), weights: SeededInitializer(seed: 7),
      options: ExecutionOptions(isExact: isExact))
    let logits = try program.run(image)
    #expect(largestError(logits, expected) < 1e-4)
  }
}
