import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ClassesLabelsMismatch) -> FindingWords {
    let (labels, outputs) = (finding.labels, finding.outputs)
    return FindingWords(
      "there \(labels == 1 ? "is" : "are") \(counted(labels, "label")), but the network has "
        + counted(outputs, "output"),
      notes: [
        Note(
          outputs == 1
            ? "the 1 output comes from here" : "the \(grouped(outputs)) outputs come from here",
          at: finding.source)
      ])
  }
}
