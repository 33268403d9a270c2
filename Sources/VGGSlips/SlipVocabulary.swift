import VGGFindings
import VGGSpec
import VGGSyntax

/// The words of the language, which distinguish a slip from a name that somebody chose.
enum SlipVocabulary {
  /// The keys whose values are free text.
  static let keysOfText: Set<String> = {
    let keys: [ModelKey] = [.name, .extends, .labels]
    return Set(
      keys.map(\.rawValue) + ModelKey.otherNames.filter { keys.contains($0.value) }.map(\.key))
  }()

  static func isKey(_ word: String) -> Bool { keys.contains(word) }

  static func isNumber(_ word: String) -> Bool {
    switch CoreValue(plain: word) {
    case .int, .float, .integerOverflow: true
    case .null, .bool, .string: false
    }
  }

  /// Whether a word is an entry of a list of layers, in this language or in those of other tools.
  static func isEntry(_ word: String) -> Bool {
    entries.contains(word) || ConvolutionNotation(word) != nil
  }

  static func isWord(_ word: String) -> Bool {
    isNumber(word) || isEntry(word) || isKey(word) || values.contains(word)
      || MapShape(parsing: word) != nil
  }

  private static let entries: Set<String> = Set(
    FeatureWord.allCases.map(\.rawValue) + ClassifierElementKey.allCases.map(\.rawValue)
      + ActivationWord.allCases.map(\.rawValue) + [
        "C", "A", "MC", "P", "m", "flatten", "batch_norm", "bn",
      ])

  private static let keys: Set<String> = Set(
    names(of: ModelKey.self) + names(of: InputKey.self) + names(of: ClassifierKey.self)
      + names(of: LinearKey.self) + names(of: ConvolutionKey.self) + names(of: MaxPoolKey.self)
      + names(of: AveragePoolKey.self) + names(of: LocalResponseNormKey.self)
      + names(of: DropoutKey.self) + names(of: ClassifierElementKey.self)
      + names(of: PreprocessKey.self) + names(of: AugmentKey.self) + names(of: TrainingKey.self)
      + names(of: LimitKey.self) + ["num_classes"])

  private static func names<Key: ConfigurationKey>(of keys: Key.Type) -> [String] {
    Key.allCases.map(\.rawValue)
  }

  private static let values: Set<String> = Set(
    ["true", "false", "True", "False", "none", "null", "random"]
      + ScheduleWord.allCases.map(\.rawValue) + OptimizerName.allCases.map(\.rawValue)
      + BuiltInConfiguration.all.map(\.name))
}
