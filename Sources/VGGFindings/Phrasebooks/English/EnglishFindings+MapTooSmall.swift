import VGGDiagnostics

extension EnglishFindings {
  package func words(for finding: MapTooSmall) -> FindingWords {
    let (kernel, padding, side) = (finding.kernel, finding.padding, finding.side)
    var notes: [Note] = []
    if let input = finding.input {
      notes.append(
        Note("the input is \(input.value.height) x \(input.value.width)", at: input.range))
      if let meant = finding.reorderedInput {
        notes.append(
          Note(
            "channels come first in `input`; was [\(meant.channels), \(meant.height), \(meant.width)] meant?",
            at: input.range))
      }
    }
    if let smallest = finding.smallest {
      notes.append(Note("the smallest square input that works is \(smallest) x \(smallest)"))
    }
    return FindingWords(
      "a \(kernel)x\(kernel) \(words(for: finding.layer)) does not fit the \(sides(finding.map)) feature map",
      label: "\(side) + 2*\(padding) = \(side + 2 * padding), less than the kernel's \(kernel)",
      notes: notes)
  }

  private func words(for layer: MapTooSmall.Layer) -> String {
    switch layer {
    case .convolution: "convolution"
    case .maxPooling: "max pooling"
    case .averagePooling: "average pooling"
    }
  }
}
