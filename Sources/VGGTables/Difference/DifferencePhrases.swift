/// The phrases of the tables of a difference between networks.
package protocol DifferencePhrases {
  var differenceTexts: DifferenceTexts { get }
  func onlyInFirst(_ name: String) -> String
  func onlyInSecond(_ name: String) -> String
  /// The number of consecutive layers that are the same.
  func same(_ layers: Int) -> String
  func words(for value: SettingValue) -> String
  /// Says that all tensors of one network's weights fit the other.
  func weightsFit(_ count: Int, of old: String, in new: String) -> String
  /// The number of tensors in one network's weights that fit the other, and the number in each group that do not.
  func weightsDiffer(
    _ fitting: Int, _ groups: [(count: Int, group: WeightGroup)], of old: String, in new: String
  ) -> String
  /// The heading over a group's tensors.
  func heading(of group: WeightGroup) -> String
}

/// The constant texts of a difference, one table per language for its translators.
package struct DifferenceTexts: Sendable {
  package let noDifference: String
  package let sameLayers: String
  /// The titles of the layer table's columns, except the first.
  package let layerColumns: [String]
  /// The legend of the marks in the first column.
  package let marks: String
  /// The titles of the totals table's columns, except the last.
  package let totalColumns: [String]
}

/// A group of tensors that make one network's weights unusable for another without changes.
package enum WeightGroup: CaseIterable, Sendable {
  case reshaped
  case added
  case removed
  /// Tensors of different layers with the same name.
  case misplaced
  /// Tensors of the same layer with different names.
  case moved
}
