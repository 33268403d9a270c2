import VGGDiagnostics

/// A language of the texts for people: messages, summaries, explanations, the words in pictures.
///
/// Machine formats and emitted sources are in English.
public struct Language: Hashable, Sendable {
  /// English.
  public static let english = Language(.english)
  /// Korean.
  public static let korean = Language(.korean)

  let phrases: VGGDiagnostics.Language

  private init(_ phrases: VGGDiagnostics.Language) {
    self.phrases = phrases
  }

  /// The language of an ISO 639-1 code, `en` or `ko`; `nil` for a language in which vggc has no texts.
  public init?(code: String) {
    guard let phrases = VGGDiagnostics.Language(rawValue: code) else { return nil }
    self.init(phrases)
  }

  /// The ISO 639-1 code: `en` or `ko`.
  public var code: String { phrases.rawValue }
}
