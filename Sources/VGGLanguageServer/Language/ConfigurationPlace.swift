import VGGSpec
import VGGSyntax

/// A kind of value in a configuration, by where it stands.
enum ConfigurationPlace: Hashable {
  case model
  case models
  case input
  case features
  case featureElement
  case averagePool
  case classifier
  case classifierElement
  case linear
  case preprocess
  case augment
  case randomCrop
  case training
  case schedule
  case limits
  case base
  case labels
  case optimizer
  case clip
  case truth
  /// A number or a text, which is the user's.
  case own

  /// What stands at the end of a path from the root; `nil` where the language has nothing.
  init?(path: some Collection<YAMLCursor.Step>) {
    var place = ConfigurationPlace.model
    for step in path {
      guard let next = place.next(step) else { return nil }
      place = next
    }
    self = place
  }

  private func next(_ step: YAMLCursor.Step) -> ConfigurationPlace? {
    switch (self, step) {
    case (.features, .item), (.model, .item): .featureElement
    case (.classifier, .item): .classifierElement
    case (.models, .key): .model
    case (.model, .key(let name)): ModelKey(rawValue: name).map(Self.under)
    case (.featureElement, .key("ceil")), (.featureElement, .key("bias")), (.linear, .key("bias")):
      .truth
    case (.classifierElement, .key("linear")): .linear
    case (.augment, .key("crop")): .randomCrop
    case (.training, .key("optimizer")): .optimizer
    case (.training, .key("schedule")): .schedule
    case (.training, .key("clip")): .clip
    case (_, .key), (_, .item): .own
    }
  }

  private static func under(_ key: ModelKey) -> ConfigurationPlace {
    switch key {
    case .name: .own
    case .extends: .base
    case .input: .input
    case .features: .features
    case .batchNorm: .truth
    case .avgpool: .averagePool
    case .classifier: .classifier
    case .labels: .labels
    case .preprocess: .preprocess
    case .augment: .augment
    case .training: .training
    case .limits: .limits
    case .models: .models
    }
  }
}
