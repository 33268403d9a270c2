import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ClassesLabelsMismatch) -> FindingWords {
    let (labels, outputs) = (finding.labels, finding.outputs)
    return FindingWords(
      "\(counted(labels, "label")), but the network has \(counted(outputs, "output"))",
      notes: [
        Note(
          outputs == 1
            ? "the 1 output is set here" : "the \(grouped(outputs)) outputs are set here",
          at: finding.source)
      ])
  }
}
