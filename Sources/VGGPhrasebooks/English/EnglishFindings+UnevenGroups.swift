import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnevenGroups) -> FindingWords {
    let (inputs, outputs) = (finding.inputs, finding.outputs)
    let source = Note(
      inputs == 1 ? "the 1 channel is set here" : "the \(inputs) channels are set here",
      at: finding.source)
    switch finding.groups {
    case .depthwise:
      return FindingWords(
        "a depthwise convolution has one group per input channel, but \(side(outputs, "output")) can't be divided into \(inputs) groups",
        label: division(of: outputs, by: inputs),
        notes: [
          source,
          Note("the nearest number of output channels that works is \(finding.nearestOutputs)"),
        ])
    case .count(let groups):
      let input = inputs.isMultiple(of: groups) ? nil : side(inputs, "input")
      let output = outputs.isMultiple(of: groups) ? nil : side(outputs, "output")
      let channels = [input, output].compactMap { $0 }.joined(separator: " and ")
      return FindingWords(
        "\(channels) can't be divided into \(groups) groups",
        label: input == nil
          ? division(of: outputs, by: groups)
          : division(of: inputs, by: groups),
        notes: [source, Note(dividing(finding))])
    }
  }

  private func side(_ count: Int, _ name: String) -> String {
    "\(count) \(name) \(count == 1 ? "channel" : "channels")"
  }

  private func dividing(_ finding: UnevenGroups) -> String {
    let divisors = finding.divisors
    let isSame = finding.inputs == finding.outputs
    let both = isSame ? "\(finding.inputs)" : "both \(finding.inputs) and \(finding.outputs)"
    if divisors == [1] { return "only 1 divides \(both)" }
    return "\(listed(divisors.map { "\($0)" })) divide \(both)"
  }
}
