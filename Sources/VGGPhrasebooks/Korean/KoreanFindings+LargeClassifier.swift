import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: LargeClassifier) -> FindingWords {
    let (classifier, features) = (finding.classifierParameters, finding.featureParameters)
    return FindingWords(
      "분류기의 매개변수가 \(grouped(classifier))개로, 특성 추출 층(\(grouped(features))개)의 "
        + "\(grouped(classifier / max(features, 1)))배입니다",
      notes: [
        Note("첫 완전 연결 층의 입력은 \(grouped(finding.inputs))개입니다"),
        Note("풀링을 늘리거나 `avgpool: 1`을 쓰세요"),
      ])
  }

  static let largeClassifier = FindingExplanation(
    title: "분류기가 특성 추출 층보다 훨씬 큽니다",
    meaning: """
      완전 연결 층의 매개변수가 합성곱의 20배를 넘습니다. 논문의 네트워크에서는 D가 8.4배, A가 13.4배로 이것도 이미 많습니다. \
      차이가 더 크면 특성 추출 층이 사진에 무엇이 있는지 배우기도 전에 분류기가 사진을 외워 버립니다.
      """,
    repair: """
      분류기 앞에서 더 풀링하세요. `M`을 하나 더 넣거나, 채널마다 값 하나만 남기는 `avgpool: 1`을 쓰세요. 또는 `hidden` \
      층을 줄이세요. 4096은 클래스가 천 개일 때의 수입니다.
      """)
}
