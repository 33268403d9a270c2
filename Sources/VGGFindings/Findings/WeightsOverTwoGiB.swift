import VGGDiagnostics

/// The weights are too large for one ONNX file.
package struct WeightsOverTwoGiB: Finding {
  package let bytes: Int

  package init(bytes: Int) {
    self.bytes = bytes
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension WeightsOverTwoGiB {
  package static let id = DiagnosticID.weightsOverTwoGiB
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "The weights are too large for one ONNX file",
    meaning: """
      An ONNX file is one protocol-buffers message, which can't be larger than 2 GiB: 536,870,912 weights of four \
      bytes. VGG-19, the paper's largest network, has 143,667,240. A single 3x3 convolution from 4096 to 4096 \
      channels has 150,999,040; perhaps 4096 was meant for the fully connected layers.
      """,
    repair: """
      Use fewer channels; the paper's networks have at most 512. safetensors files have no such limit.
      """)

  package static let example = FindingExample(
    PackageResources.weights_over_2gib_yaml,
    repairs: [
      .replace(
        "features: [64, M, 128, M, 256, M, 4096, 4096, 4096, 4096, 4096, M, 512, M]",
        with: "features: [64, M, 128, M, 256, M, 512, 512, 512, 512, 512, M, 512, M]")
    ])
}
