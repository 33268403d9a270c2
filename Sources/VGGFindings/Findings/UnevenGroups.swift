import VGGDiagnostics

/// The groups of a convolution do not divide its channels.
package struct UnevenGroups: Finding {
  package enum Groups: Hashable, Sendable {
    case count(Int)
    case depthwise
  }

  package let groups: Groups
  package let inputs: Int
  package let outputs: Int
  /// The layer, or the image, that the input channels come from.
  package let source: SourceRange?

  package init(_ groups: Groups, inputs: Int, outputs: Int, source: SourceRange?) {
    self.groups = groups
    self.inputs = inputs
    self.outputs = outputs
    self.source = source
  }

  /// The numbers of groups that divide both channel counts, in order.
  package var divisors: [Int] {
    var (larger, smaller) = (max(inputs, outputs), min(inputs, outputs))
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    var divisors: [Int] = []
    var divisor = 1
    while divisor * divisor <= larger {
      if larger.isMultiple(of: divisor) {
        divisors.append(divisor)
        if divisor != larger / divisor { divisors.append(larger / divisor) }
      }
      divisor += 1
    }
    return divisors.sorted()
  }

  /// The output channels of a depthwise convolution that are nearest to those stated: a multiple of
  /// the input channels.
  package var nearestOutputs: Int {
    let multiples = max(1, (outputs + inputs / 2) / inputs)
    return multiples * inputs
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension UnevenGroups {
  package static let id = DiagnosticID.unevenGroups
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Groups don't divide a convolution's channels",
    meaning: """
      A convolution with `groups: 4` is four convolutions side by side: the first takes the first quarter of the \
      input channels and computes the first quarter of the output channels. So the number of groups must divide \
      both. `groups: depthwise` makes each input channel a group; the number of output channels must then be a \
      multiple of the input channels, and usually equals them.

      PyTorch reports "in_channels must be divisible by groups" when it creates the layer.
      """,
    repair: """
      Use one of the divisors in the note, or change the channels.
      """)

  package static let example = FindingExample(
    PackageResources.uneven_groups_yaml,
    repairs: [
      .replace("groups: 3", with: "groups: 4")
    ])
}
