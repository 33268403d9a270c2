/// The phrases of the table that compares several networks.
package protocol ComparisonPhrases {
  func title(of column: ComparisonColumn) -> String
  /// The meaning of the column's numbers; `nil` if the title is sufficient.
  func meaning(of column: ComparisonColumn) -> String?
}
