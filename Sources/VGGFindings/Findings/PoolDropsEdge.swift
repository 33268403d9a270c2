import VGGDiagnostics

/// A pooling layer leaves out rows or columns.
package struct PoolDropsEdge: Finding {
  package let rows: Int
  package let columns: Int
  package let from: PlaneSize
  package let to: PlaneSize
  /// The pooling layer with its size rounded up, as the language writes it; `nil` if that is not
  /// possible, or would not keep the edge either.
  package let roundingUp: String?

  package init(
    rows: Int, columns: Int, from: PlaneSize, to: PlaneSize, roundingUp: String?
  ) {
    self.rows = rows
    self.columns = columns
    self.from = from
    self.to = to
    self.roundingUp = roundingUp
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension PoolDropsEdge {
  package static let id = DiagnosticID.poolDropsEdge
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A pooling layer drops rows or columns",
    meaning: """
      A 2x2 window with stride 2 covers 6 rows of 7; the last is in no window. The previous layers compute it for \
      nothing, and it is always the bottom and right edges of the image that are lost. This is allowed, since \
      PyTorch and the paper also round down, but rarely wanted in a small map, where one row of seven is a large \
      part of the image.
      """,
    repair: """
      Choose an input whose sides can be halved once per pooling layer: 32 instead of 28. Or write `{maxpool: 2, \
      ceil: true}`, which rounds up, with windows that extend past the edge.
      """)

  package static let example = FindingExample(
    PackageResources.pool_drops_edge_yaml,
    repairs: [
      .replace("input: [1, 28, 28]", with: "input: [1, 32, 32]")
    ])
}
