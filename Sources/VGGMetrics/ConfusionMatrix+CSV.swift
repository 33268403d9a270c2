import VGGMarkup

extension ConfusionMatrix {
  /// CSV for a spreadsheet (RFC 4180): a row per class, a column per answer.
  package func csv() -> String {
    csvRow([""] + classes)
      + classes.indices.map { csvRow([classes[$0]] + row($0).map(String.init)) }.joined()
  }
}
