import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: SquashedScores) -> FindingWords {
    let name = finding.activation
    let bounded = "\(with(name, .subject, noun: "층")) 점수의 범위를 제한했습니다"
    return switch finding.softmax {
    case .layer(let place):
      FindingWords(
        "소프트맥스는 범위에 제한이 없는 점수를 받아야 하는데 \(bounded)",
        notes: [
          Note("소프트맥스는 여기 있습니다", at: place),
          Note(
            "\(with(name, .object, noun: "층")) 지우세요. 클래스마다 따로 판단하려면 소프트맥스를 지우세요"),
        ])
    case .loss(let place):
      FindingWords(
        "학습할 때 출력에 소프트맥스를 적용하는데 \(bounded)",
        notes: [
          Note("학습 방법은 여기서 정해집니다", at: place),
          Note(
            "\(with(name, .object, noun: "층")) 지우세요. 손실은 범위에 제한이 없는 점수로 계산합니다"),
        ])
    }
  }

  static let squashedScores = FindingExplanation(
    title: "소프트맥스 앞에서 점수의 범위가 제한되었습니다",
    meaning: """
      소프트맥스(softmax)는 범위에 제한이 없는 점수를 받습니다. 시그모이드(sigmoid)를 지난 점수는 0과 1 사이이므로, 클래스가 10개면 네트워크가 \
      아무리 확신해도 가장 높은 확률이 e / (e + 9) = 23%를 넘지 못합니다. 학습은 소프트맥스의 교차 엔트로피를 쓰므로, 분류기가 \
      소프트맥스로 끝나든 아니든 네트워크의 출력에 소프트맥스를 적용합니다.
      """,
    repair: """
      끝의 시그모이드나 tanh를 지우세요. 여러 클래스가 함께 맞을 수 있어 클래스마다 시그모이드로 확률을 출력하는 네트워크는 vgg로 \
      실행할 수는 있지만 학습할 수는 없습니다.
      """)
}
