import VGGDiagnostics
import VGGGraph
import VGGPhotoFit
import VGGSpec

/// A difference outside the layers: in the input, in preprocessing or in training.
struct SettingChange: Hashable {
  /// The setting's key in the language.
  let setting: String
  let old: SettingValue
  let new: SettingValue

  static func all(from old: ModelGraph, to new: ModelGraph) -> [SettingChange] {
    labels(from: old.labels, to: new.labels)
      + zip(settings(of: old), settings(of: new)).compactMap { one, other in
        one.value == other.value
          ? nil : SettingChange(setting: one.setting, old: one.value, new: other.value)
      } + training(from: old.training, to: new.training)
  }

  private static func settings(of graph: ModelGraph) -> [(setting: String, value: SettingValue)] {
    let photos = graph.preprocessing
    return [
      ("input", .text("\(graph.input)")),
      (
        "taps",
        .text(graph.taps.isEmpty ? "none" : graph.taps.map(\.name).joined(separator: ", "))
      ),
      ("preprocess.resize", .init(photos.resize)),
      ("preprocess.interpolation", .text(photos.interpolation.rawValue)),
      ("preprocess.crop", .text(photos.crop.text)),
      ("preprocess.mean", .text(listed(photos.mean))),
      ("preprocess.std", .text(listed(photos.deviation))),
      ("augment.crop", .init(graph.augmentation.crop)),
      ("augment.flip", .text(plain(graph.augmentation.flip))),
    ]
  }

  /// The changes of the recipe's parts, by name; a part that only one of the recipes has is `-` in the other.
  private static func training(
    from old: TrainingRecipe, to new: TrainingRecipe
  ) -> [SettingChange] {
    let oldParts = old.parts
    let newParts = new.parts
    let names =
      oldParts.map(\.name)
      + newParts.map(\.name).filter { name in
        !oldParts.contains { $0.name == name }
      }
    return names.compactMap { name in
      let one = oldParts.first { $0.name == name }?.value ?? "-"
      let other = newParts.first { $0.name == name }?.value ?? "-"
      return one == other
        ? nil : SettingChange(setting: "training.\(name)", old: .text(one), new: .text(other))
    }
  }

  /// The change of the labels: the number of class names, and the first that differs.
  private static func labels(from old: [String]?, to new: [String]?) -> [SettingChange] {
    guard old != new else { return [] }
    let place = zip(old ?? [], new ?? []).prefix { $0 == $1 }.count
    func value(_ labels: [String]?) -> SettingValue {
      guard let labels else { return .none }
      let first = labels.indices.contains(place) ? labels[place] : nil
      return .names(
        labels.count, first: first.map { .init(number: place + 1, name: printable($0)) })
    }
    return [SettingChange(setting: "labels", old: value(old), new: value(new))]
  }

  private static func listed(_ values: [Double]) -> String {
    values.map(plain).joined(separator: ", ")
  }
}
