import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: SmallCrop) -> FindingWords {
    FindingWords(
      "네트워크가 사진의 \(share(finding))만 봅니다: \(size(finding))의 가운데 \(sides(finding.crop))",
      notes: [
        Note(
          "`resize`가 없으면 입력에 맞을 만큼만 줄이고, `resize: \(finding.squashed)`이면 사진 전체를 그 크기로 줄입니다"
        )
      ])
  }

  private func share(_ finding: SmallCrop) -> String {
    if finding.share < 0.0001 { return "0.01% 미만" }
    return "\(finding.isExact ? "" : "최대 ")\(fixed(finding.share * 100, places: 2))%"
  }

  private func size(_ finding: SmallCrop) -> String {
    "\(sides(finding.resized)) 픽셀\(finding.isExact ? "" : " 이상")"
  }

  static let smallCrop = FindingExplanation(
    title: "네트워크가 사진의 절반도 보지 못합니다",
    meaning: """
      `resize`는 가운데를 입력 크기로 잘라 내기 전의 사진 크기입니다. 이것이 입력보다 훨씬 크면 사진의 대부분이 잘려 나갑니다. \
      256 x 256 픽셀에서 64 x 64는 16분의 1입니다. 그러면 네트워크는 무엇의 사진인지 보이지 않을 수도 있는 조각으로 학습합니다.
      """,
    repair: """
      `resize`를 지우세요. 그러면 입력에 맞을 만큼만 줄이므로, 정사각형 사진이라면 77%를 봅니다. `resize: [height, width]`에 \
      입력의 높이와 너비를 적으면 사진 전체를 그 크기로 줄입니다.
      """)
}
