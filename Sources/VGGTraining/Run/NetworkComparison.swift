/// The differences between two JSON documents of networks, in the configuration's words.
///
/// Everything in the documents counts except the parts that do not affect the result: names, source locations, totals,
/// labels, and the number of epochs.
struct NetworkComparison {
  typealias Difference = TrainingDescription.Difference

  private let before: JSONValue
  private let now: JSONValue
  private let takesFormerDefaults: Bool

  /// - Parameter takesFormerDefaults: whether a setting as an earlier version wrote it counts as today's default if the two are
  ///   the same for all photos except those of the input's size, which their pixels tell apart.
  init(_ before: JSONValue, _ now: JSONValue, takesFormerDefaults: Bool) {
    (self.before, self.now) = (before, now)
    self.takesFormerDefaults = takesFormerDefaults
  }

  /// The start of the names of the recipe's numbers.
  static let recipe = "training"

  private static let ignored: Set<String> = ["name", "provenance", "totals", "labels"]
  private static let ignoredPaths: Set<String> = ["training.epochs"]
  /// The configuration's keys for members that have other names in the document.
  private static let configurationKeys = [
    "preprocessing": "preprocess", "augmentation": "augment",
  ]

  var differences: [Difference] {
    before.keys.union(now.keys).subtracting(Self.ignored).sorted().flatMap { key in
      key == "layers"
        ? layers : leaves(of: Self.configurationKeys[key] ?? key, before[key], now[key])
    }
  }

  /// One difference for each layer that differs: its kind, otherwise its numbers, otherwise the effect of earlier layers.
  private var layers: [Difference] {
    let (old, new) = (before["layers"].elements, now["layers"].elements)
    return (0..<max(old.count, new.count)).flatMap { index -> [Difference] in
      let layer = index < old.count ? old[index] : JSONValue.null
      let other = index < new.count ? new[index] : JSONValue.null
      guard layer != other else { return [] }
      let name = (other == .null ? layer : other)["name"].text
      let notations = (layer["notation"], other["notation"])
      if notations.0 != notations.1 {
        return [
          Difference(name: name, before: notations.0.textIfAny, now: notations.1.textIfAny)
        ]
      }
      let numbers = leaves(of: name, layer["attributes"], other["attributes"])
      return numbers.isEmpty ? leaves(of: name, layer, other) : numbers
    }
  }

  private func leaves(of name: String, _ old: JSONValue, _ new: JSONValue) -> [Difference] {
    guard old != new, !Self.ignoredPaths.contains(name),
      !(takesFormerDefaults && isFormerDefault(of: name, old, new))
    else { return [] }
    let keys = old.keys.union(new.keys)
    let isOneValue = [old, new].contains { $0 != .null && $0.keys.isEmpty }
    guard keys.isEmpty || isOneValue else {
      return keys.sorted().flatMap { leaves(of: "\(name).\($0)", old[$0], new[$0]) }
    }
    return [Difference(name: name, before: old.textIfAny, now: new.textIfAny)]
  }

  /// Whether versions without `interpolation` and `cover` wrote `new` as `old`.
  private func isFormerDefault(of name: String, _ old: JSONValue, _ new: JSONValue) -> Bool {
    switch name {
    case "preprocess.interpolation": old == .null && new == .string("bilinear")
    case "preprocess.resize": new["cover"] == .list([old, old])
    default: false
    }
  }
}
