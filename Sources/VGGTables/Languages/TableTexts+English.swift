extension TableTexts {
  package static let english = TableTexts(
    totalsTitle: "total",
    weightBreakdown: "as float32",
    activationBreakdown: "sum over all layers",
    peakBreakdown: "in memory at once")
}
