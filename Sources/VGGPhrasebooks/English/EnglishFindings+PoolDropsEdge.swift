import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: PoolDropsEdge) -> FindingWords {
    let dropped = [
      finding.rows > 0 ? last(finding.rows, "row") : nil,
      finding.columns > 0 ? last(finding.columns, "column") : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    let rounding = finding.roundingUp.map { ", or `\($0)`," } ?? ""
    return FindingWords(
      "pooling \(sides(finding.from)) to \(sides(finding.to)) drops \(dropped)",
      notes: [Note("use an input size that divides evenly\(rounding) to keep every row and column")]
    )
  }

  /// The part that is dropped: `the last row`, `the last 2 rows`.
  private func last(_ count: Int, _ noun: String) -> String {
    "the last \(count == 1 ? noun : counted(count, noun))"
  }
}
