import VGGDiagnostics
import VGGGraph
import VGGPhotoFit
import VGGSpec

/// Something that is no layer, and differs: the input, how photos are prepared, how it is trained.
struct SettingChange: Hashable {
  /// By its key in the language.
  let setting: String
  let old: String
  let new: String

  static func all(from old: ModelGraph, to new: ModelGraph) -> [SettingChange] {
    labels(from: old.labels, to: new.labels)
      + zip(settings(of: old), settings(of: new)).compactMap { one, other in
        one.value == other.value
          ? nil : SettingChange(setting: one.setting, old: one.value, new: other.value)
      } + training(from: old.training, to: new.training)
  }

  private static func settings(of graph: ModelGraph) -> [(setting: String, value: String)] {
    let photos = graph.preprocessing
    return [
      ("input", "\(graph.input)"),
      ("taps", graph.taps.isEmpty ? "none" : graph.taps.map(\.name).joined(separator: ", ")),
      ("preprocess.resize", words(photos.resize)),
      ("preprocess.interpolation", photos.interpolation.rawValue),
      ("preprocess.crop", photos.crop.text),
      ("preprocess.mean", listed(photos.mean)),
      ("preprocess.std", listed(photos.deviation)),
      ("augment.crop", words(graph.augmentation.crop)),
      ("augment.flip", plain(graph.augmentation.flip)),
    ]
  }

  /// The parts by name; what only one of the recipes has is `-` in the other.
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
      return one == other ? nil : SettingChange(setting: "training.\(name)", old: one, new: other)
    }
  }

  /// How many class names there are, and the first that differs.
  private static func labels(from old: [String]?, to new: [String]?) -> [SettingChange] {
    guard old != new else { return [] }
    let place = zip(old ?? [], new ?? []).prefix { $0 == $1 }.count
    func words(_ labels: [String]?) -> String {
      guard let labels else { return "none" }
      let count = counted(labels.count, "name")
      return labels.indices.contains(place)
        ? "\(count), no. \(place + 1) \(printable(labels[place]))" : count
    }
    return [SettingChange(setting: "labels", old: words(old), new: words(new))]
  }

  private static func listed(_ values: [Double]) -> String {
    values.map(plain).joined(separator: ", ")
  }

  private static func words(_ resize: PhotoResize) -> String {
    switch resize {
    case .shorterSide(let side): grouped(side)
    case .size(let height, let width): "squashed to \(height)x\(width)"
    case .cover(let height, let width): "cover \(height)x\(width)"
    case .unchanged: "none"
    }
  }

  private static func words(_ crop: RandomCrop) -> String {
    switch crop {
    case .none: "none"
    case .padded(let pixels): "padding \(pixels)"
    case .resized(let scale, let ratio):
      "scale \(plain(scale.lowerBound)) to \(plain(scale.upperBound)), "
        + "ratio \(plain(ratio.lowerBound)) to \(plain(ratio.upperBound))"
    }
  }
}
