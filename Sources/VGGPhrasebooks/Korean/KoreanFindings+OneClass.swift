import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: OneClass) -> FindingWords {
    FindingWords(
      "클래스가 하나면 모든 사진의 확률이 100%입니다",
      notes: [Note("예/아니요를 가리려면 클래스를 둘로 하고 사진도 따로 준비하세요")])
  }

  static let oneClass = FindingExplanation(
    title: "클래스가 하나뿐입니다",
    meaning: """
      확률은 클래스에 대한 소프트맥스(softmax)로 구하며, 모두 더하면 1입니다. 따라서 클래스가 하나면 모든 사진의 확률이 \
      100%이고, 학습할 것이 없습니다. 다른 프레임워크에서는 출력이 하나이면 시그모이드(sigmoid)를 쓰거나 수를 예측하지만(회귀), vggc 설정으로는 \
      그런 네트워크를 적을 수 없습니다.
      """,
    repair: """
      예/아니요로 답하는 문제라면 `classes: 2`라고 적고, 두 답의 사진을 서로 다른 폴더에 두세요.
      """)
}
