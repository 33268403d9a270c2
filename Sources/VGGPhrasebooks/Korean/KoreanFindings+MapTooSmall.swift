import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: MapTooSmall) -> FindingWords {
    let short = finding.shortfall
    let needed =
      short.dilation == 1
      ? "창 \(short.kernel)보다 작음"
      : "팽창된 창 (\(short.kernel) - 1)*\(short.dilation) + 1 = \(short.extent)보다 작음"
    var notes: [Note] = []
    if let input = finding.input {
      notes.append(Note("입력은 \(sides(input.value.plane))입니다", at: input.range))
      if let meant = finding.reorderedInput {
        notes.append(
          Note(
            "`input`에는 채널을 먼저 적습니다: [\(meant.channels), \(meant.height), \(meant.width)]인지 확인하세요",
            at: input.range))
      }
    }
    if let smallest = finding.smallest {
      notes.append(Note("정사각형 입력이라면 \(smallest) x \(smallest) 이상이어야 합니다"))
    }
    if finding.layer == .denseLinear {
      let own = Sides(height: finding.map.height, width: finding.map.width).yaml
      notes.append(
        Note("`dense: \(own)` 값은 이 특성맵에 맞지만, 가중치가 다른 별개의 네트워크가 됩니다"))
    }
    return FindingWords(
      "\(dilated(finding))\(finding.kernel.text) \(words(for: finding.layer))의 창이 \(sides(finding.map)) 특성맵보다 큽니다",
      label: "\(short.side) + 2*\(short.padding) = \(short.padded), \(needed)",
      notes: notes)
  }

  private func dilated(_ finding: MapTooSmall) -> String {
    finding.dilation == 1 ? "" : "팽창이 \(finding.dilation.brief)인 "
  }

  private func words(for layer: MapTooSmall.Layer) -> String {
    switch layer {
    case .convolution: "합성곱"
    case .maxPooling: "최대 풀링"
    case .averagePooling: "평균 풀링"
    case .denseLinear: "밀집형 분류기"
    }
  }

  static let mapTooSmall = FindingExplanation(
    title: "특성맵이 층의 창보다 작습니다",
    meaning: """
      `M`마다 특성맵의 높이와 너비가 반이 됩니다. 16픽셀은 8, 4, 2, 1이 되고, 다섯째 2x2 창은 들어갈 자리가 없습니다. 논문의 \
      네트워크에는 풀링이 다섯 번 있으므로 32픽셀 이상의 이미지가 필요합니다.
      팽창된 커널은 자기 크기보다 넓게 걸칩니다. 크기 3, 팽창 6이면 (3 - 1)*6 + 1 = 13개의 행에 걸칩니다.
      `dense`가 있는 분류기에는 그 창 이상의 특성맵이 필요합니다. 값이 7이면 7 x 7 이상이어야 합니다.
      PyTorch에서는 이미지를 넣을 때 "Output size is too small"이라는 오류가 납니다.
      """,
    repair: """
      참고에 나오는 크기 이상의 입력을 쓰거나 풀링을 줄이세요. 패딩을 두면 커널보다 작은 특성맵에도 합성곱이 들어가고, \
      `{maxpool: 2, ceil: true}`는 한 픽셀짜리 특성맵에도 들어가지만, 더 볼 것이 생기지는 않습니다. \
      `dense`에 더 작은 수를 쓰면 그 크기의 특성맵으로 학습한 별개의 네트워크가 됩니다.
      """)
}
