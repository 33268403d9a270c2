import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: PoolDropsEdge) -> FindingWords {
    let dropped = [
      finding.rows > 0 ? counted(finding.rows, "row") : nil,
      finding.columns > 0 ? counted(finding.columns, "column") : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    let rounding = finding.roundingUp.map { ", or `\($0)`," } ?? ""
    return FindingWords(
      "pooling takes \(sides(finding.from)) to \(sides(finding.to)) and drops \(dropped) at the far edge",
      notes: [Note("an input size that divides evenly\(rounding) keeps all")])
  }
}
