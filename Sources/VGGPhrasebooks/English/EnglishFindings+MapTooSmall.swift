import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: MapTooSmall) -> FindingWords {
    let short = finding.shortfall
    let needed =
      short.dilation == 1
      ? "the kernel's \(short.kernel)"
      : "the dilated kernel's (\(short.kernel) - 1)*\(short.dilation) + 1 = \(short.extent)"
    var notes: [Note] = []
    if let input = finding.input {
      notes.append(
        Note("the input is \(input.value.height) x \(input.value.width)", at: input.range))
      if let meant = finding.reorderedInput {
        notes.append(
          Note(
            "`input` starts with the channels; did you mean [\(meant.channels), \(meant.height), \(meant.width)]?",
            at: input.range))
      }
    }
    if let smallest = finding.smallest {
      notes.append(Note("the smallest square input that works is \(smallest) x \(smallest)"))
    }
    if finding.layer == .denseLinear {
      let own = Sides(height: finding.map.height, width: finding.map.width).yaml
      notes.append(
        Note("`dense: \(own)` fits this map, but is a different network, with different weights"))
    }
    return FindingWords(
      "\(finding.kernel.text) \(words(for: finding.layer))\(dilated(finding)) doesn't fit the \(sides(finding.map)) feature map",
      label: "\(short.side) + 2*\(short.padding) = \(short.padded), smaller than \(needed)",
      notes: notes)
  }

  private func dilated(_ finding: MapTooSmall) -> String {
    finding.dilation == 1 ? "" : " with dilation \(finding.dilation.brief)"
  }

  private func words(for layer: MapTooSmall.Layer) -> String {
    switch layer {
    case .convolution: "convolution"
    case .maxPooling: "max pooling"
    case .averagePooling: "average pooling"
    case .denseLinear: "dense classifier"
    }
  }
}
