import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: MissingKey) -> FindingWords {
    switch finding {
    case .emptyFile:
      FindingWords("파일이 비어 있습니다", notes: [Note("적어도 `features: [64, M, …]`을 적으세요")])
    case .features:
      FindingWords(
        "설정에 `features` 키가 없습니다",
        notes: [Note("`features: [64, M]`을 추가하거나 `extends: D`로 시작하세요")])
    case .emptyFeatures:
      FindingWords("`features`가 비어 있습니다", notes: [Note("64와 같은 층을 하나 이상 적으세요")])
    case .featureKind:
      FindingWords("매핑이 비어 있습니다", notes: [Note("{conv: 64}처럼 층의 종류를 적으세요")])
    case .emptyClassifier:
      FindingWords(
        "분류기에 층이 없습니다", notes: [Note("층이 하나라면 `- linear: CLASSES`라고 적으세요")])
    case .classifierKind:
      FindingWords("매핑이 비어 있습니다", notes: [Note("`linear: 10`처럼 층의 종류를 적으세요")])
    case .number(let layer, let example):
      FindingWords("`\(layer)`에 수가 없습니다", notes: [Note("`\(layer): \(example)`처럼 적으세요")])
    case .stepEpochs:
      FindingWords(
        "`step`에 에포크가 없습니다",
        notes: [Note("{step: 30}이나 {step: [30, 60]}처럼 적으세요")])
    case .models:
      FindingWords(
        "`models`에 모델이 없습니다", notes: [Note("그 아래에 `NAME: [64, M, …]`을 적으세요")])
    case .keys(let keys, let section):
      FindingWords(
        "`\(section)`에 \(keys.map { "`\($0)`" }.joined(separator: ", ")) 키가 없습니다")
    }
  }

  static let missingKey = FindingExplanation(
    title: "기본값이 없는 키가 빠졌습니다",
    meaning: """
      모델에는 `features`가 있어야 합니다. 층의 목록에는 적당한 기본값이 없기 때문입니다. 다른 키에는 모두 기본값이 있습니다. \
      입력은 3 x 224 x 224, 분류기는 논문과 같습니다. `out`이 없는 완전 연결 층, 세 수 가운데 하나가 없는 `input`, 빈 목록과 \
      빈 파일도 이 오류에 해당합니다.
      """,
    repair: """
      메시지에 나오는 것을 추가하세요. 잘 알려진 네트워크의 층을 가져오려면 `extends: D`라고 적으세요.
      """)
}
