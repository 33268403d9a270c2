extension TableTexts {
  package static let english = TableTexts(
    totalsTitle: "total",
    weightBreakdown: "as float32",
    activationBreakdown: "all of them",
    peakBreakdown: "held at once when run")
}
