import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: WeightsMismatch) -> FindingWords {
    var notes = finding.reasons.map { Note(words(for: $0)) }
    notes += finding.others.map { Note(words(for: $0.value), at: $0.range) }
    if finding.omitted > 0 {
      notes.append(
        Note(
          "\(counted(finding.omitted, "more tensor")) \(finding.omitted == 1 ? "does" : "do") not fit"
        ))
    }
    return FindingWords(
      "\(finding.file) does not fit: \(words(for: finding.first))", notes: notes)
  }

  /// For example: `classifier.6.weight (fc8) is 10x4096, but the network needs 1000x4096`.
  private func words(for tensor: WeightsMismatch.Tensor) -> String {
    let name = "\(tensor.name) (\(tensor.layer))"
    guard let found = tensor.found else {
      return "\(name), \(dimensions(tensor.needed)), is missing"
    }
    guard found.shape == tensor.needed else {
      return
        "\(name) is \(dimensions(found.shape)), but the network needs \(dimensions(tensor.needed))"
    }
    return "\(name) has type \(found.type), but weights must be F32, F64, F16 or BF16"
  }

  private func dimensions(_ shape: [Int]) -> String {
    shape.isEmpty ? "a single number" : shape.map(String.init).joined(separator: "x")
  }
}
