/// What the tables of a difference between networks say.
package protocol DifferencePhrases {
  var differenceTexts: DifferenceTexts { get }
  func onlyInFirst(_ name: String) -> String
  func onlyInSecond(_ name: String) -> String
  /// How many layers in a row are the same.
  func same(_ layers: Int) -> String
  func words(for value: SettingValue) -> String
  /// That all tensors of one network's weights fit the other.
  func weightsFit(_ count: Int, of old: String, in new: String) -> String
  /// How many tensors of one network's weights fit the other, and how many of each group do not.
  func weightsDiffer(
    _ fitting: Int, _ groups: [(count: Int, group: WeightGroup)], of old: String, in new: String
  ) -> String
  /// The heading over a group's tensors.
  func heading(of group: WeightGroup) -> String
}

/// The constant texts of a difference, a language's in one table for its translators.
package struct DifferenceTexts: Sendable {
  package let noDifference: String
  package let sameLayers: String
  /// Of the table of layers, for all columns but the first.
  package let layerColumns: [String]
  /// What the first column says.
  package let marks: String
  /// Of the table of totals, for all columns but the last.
  package let totalColumns: [String]
}

/// A group of tensors for which one network's weights do not do as they are for another.
package enum WeightGroup: CaseIterable, Sendable {
  case reshaped
  case added
  case removed
  /// Of another layer under the same name.
  case misplaced
  /// Of the same layer under another name.
  case moved
}
