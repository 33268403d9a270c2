import VGGFindings
import VGGPhrasebooks
import VGGSpec

/// The documentation in Korean: sentences in 합니다체; defaults are nouns without a full stop.
struct KoreanKeys: KeyPhrasebook {
  var listSummary: String { "목록입니다." }

  func summary(of section: Section) -> String {
    "매핑: \(KoreanFindings().words(for: section))"
  }

  func line(onDefault standard: String) -> String { "기본값: \(standard)" }

  func summary(of pattern: TextPattern) -> String {
    switch pattern.meaning {
    case .convolution: "논문의 표기로 적은 합성곱입니다(커널 3, 출력 채널 64개)."
    case .input: "채널 수, 높이, 너비입니다."
    case .count: "단위를 붙인 개수입니다."
    case .byteCount: "단위를 붙인 크기입니다."
    }
  }
}
