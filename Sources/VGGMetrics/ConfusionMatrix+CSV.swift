import VGGMarkup

extension ConfusionMatrix {
  /// For a spreadsheet (RFC 4180): a row a class, a column an answer.
  package func csv() -> String {
    csvRow([""] + classes)
      + classes.indices.map { csvRow([classes[$0]] + row($0).map(String.init)) }.joined()
  }
}
