extension TableTexts {
  package static let korean = TableTexts(
    totalsTitle: "합계",
    weightBreakdown: "float32일 때",
    activationBreakdown: "모두 합해",
    peakBreakdown: "실행할 때 한꺼번에 차지하는 양")
}
