import VGGDiagnostics

/// A file of weights does not fit the network.
package struct WeightsMismatch: Finding {
  /// A tensor that the network reads and that the file lacks or has in another form.
  package struct Tensor: Hashable, Sendable {
    package let name: String
    /// The layer as the paper names it: `conv1_1`, `fc6`.
    package let layer: String
    package let needed: [Int]
    /// `nil` if the file has no tensor of this name.
    package let found: Stored?

    package init(_ name: String, of layer: String, needed: [Int], found: Stored?) {
      self.name = name
      self.layer = layer
      self.needed = needed
      self.found = found
    }
  }

  /// A tensor as it is in the file.
  package struct Stored: Hashable, Sendable {
    package let shape: [Int]
    /// The container's name of the type: `F32`.
    package let type: String

    package init(shape: [Int], type: String) {
      self.shape = shape
      self.type = type
    }
  }

  package let file: String
  package let first: Tensor
  /// The next few, each at its layer's place.
  package let others: [Spanned<Tensor>]
  /// The number of further ones.
  package let omitted: Int
  /// The likely reasons, the likeliest first.
  package let reasons: [WeightReason]

  package init(
    of file: String, first: Tensor, others: [Spanned<Tensor>], omitted: Int,
    reasons: [WeightReason]
  ) {
    self.file = file
    self.first = first
    self.others = others
    self.omitted = omitted
    self.reasons = reasons
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension WeightsMismatch {
  package static let id = DiagnosticID.weightsMismatch
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A weight file doesn't fit the network",
    meaning: """
      A weight file contains tensors with names and shapes. Each layer reads its own tensors by torchvision's \
      names, such as `features.0.weight`, in the shape that follows from the configuration. Here tensors are missing \
      or have a different shape: the weights belong to a different network. They can't be used without changes, \
      since every number in them was learned for its position. The notes show the likely difference: other classes, \
      another input size, batch normalisation, another configuration.
      """,
    repair: """
      Use the configuration that the weights were trained with, which `vggc weights infer FILE` writes, or train the \
      changed network again. For other classes, other hidden layers or another image size, keep the convolutions: \
      `vggc weights convert IN OUT --for CONFIG --drop-head`, or `vgg train --weights FILE --drop-head`; for \
      greyscale images, `--adapt-input`.
      """)

  package static let example = FindingExample(
    PackageResources.weights_mismatch_yaml, companion: .weights("old.safetensors"),
    repairs: [
      .replace(
        "# Valid on its own, but old.safetensors was saved from a network with `hidden: [128]`.",
        with: "# Fits old.safetensors."),
      .replace("hidden: [64]", with: "hidden: [128]"),
    ])
}
