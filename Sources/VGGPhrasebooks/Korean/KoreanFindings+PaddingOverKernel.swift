import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: PaddingOverKernel) -> FindingWords {
    let (kernel, padding) = (finding.kernel, finding.padding)
    let usual = finding.extent.map { $0 / 2 }.brief
    let isDilated = kernel != finding.extent
    return FindingWords(
      "패딩이 \(padding.brief)인 \(kernel.text) 합성곱에 0만 보는 창이 있습니다",
      label: "특성맵이 \(with(sides(finding.output), .subject)) 됨",
      notes: [
        Note(
          isDilated
            ? "기본값인 패딩 \(with(usual, .topic)) 팽창된 커널이 걸치는 \(finding.extent.text)의 절반입니다"
            : "기본값인 패딩 \(with(usual, .topic)) 커널의 절반이며, darknet .cfg의 pad=1도 그런 뜻입니다"
        )
      ])
  }

  static let paddingOverKernel = FindingExplanation(
    title: "합성곱의 패딩이 커널만큼 큽니다",
    meaning: """
      가장자리의 창이 0만 봅니다. `padding: 1`인 1x1 합성곱은 특성맵 둘레에 편향만으로 채워진 테두리를 두릅니다. darknet 파일의 \
      `pad=1`은 커널의 절반이라는 뜻이며, 크기 1인 커널에서는 0입니다.
      """,
    repair: """
      `padding`을 지우세요. 커널이 걸치는 크기의 절반을 내림한 값이 기본값이며, 특성맵의 크기가 그대로 유지됩니다.
      """)
}
