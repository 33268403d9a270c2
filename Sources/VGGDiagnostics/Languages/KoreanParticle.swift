/// A Korean particle whose form depends on the sound before it.
package enum KoreanParticle {
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

  fileprivate func form(after ending: Ending) -> String {
    switch self {
    case .topic: ending == .vowel ? "는" : "은"
    case .subject: ending == .vowel ? "가" : "이"
    case .object: ending == .vowel ? "를" : "을"
    case .and: ending == .vowel ? "와" : "과"
    case .by: ending == .consonant ? "으로" : "로"
    case .copula: ending == .vowel ? "" : "이"
    }
  }
}

/// `word` with the particle that fits how it is read aloud.
///
/// For example: `conv1_1은` (일), `pool5는` (오), `25,088을` (팔), `특성맵이`.
package func with(_ word: String, _ particle: KoreanParticle) -> String {
  word + particle.form(after: Ending(of: word))
}

/// How a word ends when it is read aloud.
private enum Ending {
  case vowel
  /// ㄹ, after which 로 stays as it is.
  case liquid
  case consonant

  init(of word: String) {
    // What stands in brackets at the end is passed over: `(224x224)` is read for its last digit.
    let last = word.unicodeScalars.last { !")]}\"'`.".unicodeScalars.contains($0) }
    self = last.map(Ending.init(scalar:)) ?? .vowel
  }

  private init(scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xAC00...0xD7A3:
      switch (scalar.value - 0xAC00) % 28 {
      case 0: self = .vowel
      case 8: self = .liquid
      default: self = .consonant
      }
    // 영, 삼, 육; numbers that end in a zero are read 십, 백, 천 or 만.
    case 0x30, 0x33, 0x36: self = .consonant
    // 일, 칠, 팔; the letters l and r, 엘 and 알.
    case 0x31, 0x37, 0x38, 0x4C, 0x52, 0x6C, 0x72: self = .liquid
    // The letters m and n, 엠 and 엔.
    case 0x4D, 0x4E, 0x6D, 0x6E: self = .consonant
    default: self = .vowel
    }
  }
}
