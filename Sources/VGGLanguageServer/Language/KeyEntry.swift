import VGGSpec

/// A key that may stand in a mapping, and what it means.
struct KeyEntry: Hashable {
  let name: String
  let summary: String

  init(_ key: some ConfigurationKey) {
    name = key.rawValue
    summary = ""
  }

  static func all<Key: ConfigurationKey>(_ keys: Key.Type) -> [KeyEntry] {
    Key.allCases.map { KeyEntry($0) }
  }
}

extension ConfigurationPlace {
  /// The keys of a mapping here, as the decoder knows them.
  ///
  /// - Parameter present: The keys that it has, which may decide of what kind it is.
  func keys(besides present: Set<String>) -> [KeyEntry] {
    switch self {
    case .model: KeyEntry.all(ModelKey.self)
    case .input: KeyEntry.all(InputKey.self)
    case .featureElement: Self.elementKeys(besides: present)
    case .classifier: KeyEntry.all(ClassifierKey.self)
    case .classifierElement: present.isEmpty ? KeyEntry.all(ClassifierElementKey.self) : []
    case .linear: KeyEntry.all(LinearKey.self)
    case .preprocess: KeyEntry.all(PreprocessKey.self)
    case .augment: KeyEntry.all(AugmentKey.self)
    case .randomCrop: KeyEntry.all(RandomCropKey.self)
    case .training: KeyEntry.all(TrainingKey.self)
    case .schedule: KeyEntry.all(ScheduleKey.self)
    case .limits: KeyEntry.all(LimitKey.self)
    case .models, .features, .averagePool, .base, .labels, .optimizer, .clip, .truth, .own: []
    }
  }

  /// Those of the kind of layer that the entry is, or the keys that say which it is.
  private static func elementKeys(besides present: Set<String>) -> [KeyEntry] {
    let kinds = [
      KeyEntry.all(ConvolutionKey.self), KeyEntry.all(MaxPoolKey.self),
      KeyEntry.all(AveragePoolKey.self), KeyEntry.all(LocalResponseNormKey.self),
      KeyEntry.all(DropoutKey.self),
    ]
    return kinds.first { $0.first.map { present.contains($0.name) } ?? false }
      ?? kinds.compactMap(\.first)
  }
}
