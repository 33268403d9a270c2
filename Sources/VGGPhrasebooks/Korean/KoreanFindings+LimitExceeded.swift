import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: LimitExceeded) -> FindingWords {
    let (value, maximum) = (finding.value, finding.maximum)
    let unit = unit(of: finding.quantity)
    return FindingWords(
      "`\(finding.model)` 모델의 \(with(name(of: finding.quantity), .subject)) \(with("\(grouped(value))\(unit)", .by)) "
        + "한도 \(grouped(maximum))\(with(unit, .object)) 넘습니다",
      label: "\(grouped(value - maximum))\(unit) 초과")
  }

  private func name(of quantity: LimitedQuantity) -> String {
    switch quantity {
    case .parameters: "매개변수"
    case .macs: "MAC"
    case .activations: "활성화 값"
    }
  }

  private func unit(of quantity: LimitedQuantity) -> String {
    switch quantity {
    case .parameters: "개"
    case .macs: "회"
    case .activations: "바이트"
    }
  }

  static let limitExceeded = FindingExplanation(
    title: "네트워크가 한도를 넘습니다",
    meaning: """
      `limits`는 설정이 스스로 정하는 예산으로, 매개변수, 곱셈-누산(`macs`), `activations`의 메모리에 한도를 둡니다. 한도를 \
      넘는 변경을 바로 알아차리게 하려는 것이며, 이 네트워크는 한도를 넘습니다. VGG의 매개변수는 거의 모두 완전 연결 층에 \
      있습니다. 예제에서는 4096 * 4096의 두 배입니다.
      """,
    repair: """
      `vggc summary`에서 수가 가장 큰 곳을 줄이거나 한도를 높이세요.
      """)
}
