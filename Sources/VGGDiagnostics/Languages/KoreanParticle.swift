/// A Korean particle whose form depends on the sound before it.
package enum KoreanParticle: CaseIterable, Sendable {
  /// 은/는
  case topic
  /// 이/가
  case subject
  /// 을/를
  case object
  /// 과/와
  case and
  /// 으로/로
  case by
  /// 이고/고, and other forms of 이다 that lose their vowel.
  case copula
  /// 이어야/여야
  case mustBe

  /// - Parameter ending: `nil` if the word's reading is unknown; both forms are written then.
  fileprivate func form(after ending: KoreanEnding?) -> String {
    guard let ending else { return undecided }
    return switch self {
    case .topic: ending == .vowel ? "는" : "은"
    case .subject: ending == .vowel ? "가" : "이"
    case .object: ending == .vowel ? "를" : "을"
    case .and: ending == .vowel ? "와" : "과"
    case .by: ending == .consonant ? "으로" : "로"
    case .copula: ending == .vowel ? "" : "이"
    case .mustBe: ending == .vowel ? "여야" : "이어야"
    }
  }

  private var undecided: String {
    switch self {
    case .topic: "은(는)"
    case .subject: "이(가)"
    case .object: "을(를)"
    case .and: "과(와)"
    case .by: "(으)로"
    case .copula: "(이)"
    case .mustBe: "이어야"
    }
  }
}

/// `word` with the particle that fits its pronunciation.
///
/// For example: `conv1_1은` (일), `pool5는` (오), `25,088을` (팔), `10^9은` (제곱), `linear를` (리니어),
/// `특성맵이`.
///
/// - Parameter noun: A noun that follows a word whose reading is unknown, and takes the particle in its place:
///   `foo 값은`. Without it such a word gets both forms: `foo은(는)`.
package func with(_ word: String, _ particle: KoreanParticle, noun: String? = nil) -> String {
  let ending = KoreanEnding(of: word)
  if ending == nil, let noun { return with("\(word) \(noun)", particle) }
  return word + particle.form(after: ending)
}
