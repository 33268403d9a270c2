import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: ChannelMismatch) -> FindingWords {
    let carried = finding.carried
    return FindingWords(
      "합성곱의 입력 채널이 \(finding.stated)개로 지정되었지만, "
        + "\(finding.isImage ? "이미지의 채널은" : "앞 층의 출력 채널은") \(carried)개입니다",
      label: "in_channels = \(carried)",
      notes: [
        Note(
          "\(finding.isImage ? "이미지의 채널" : "출력 채널") \(carried)개는 여기서 정해집니다",
          at: finding.source)
      ])
  }

  static let channelMismatch = FindingExplanation(
    title: "합성곱에 지정한 입력 채널 수가 실제와 다릅니다",
    meaning: """
      합성곱의 필터에는 입력 채널마다 가중치가 있습니다. 따라서 `in`(PyTorch의 `in_channels`)은 앞 합성곱의 출력 채널 \
      수와 같아야 하며, 첫 합성곱이라면 이미지의 채널 수와 같아야 합니다. 풀링, 정규화, ReLU는 채널 수를 바꾸지 않습니다.
      PyTorch에서는 이미지를 넣어야 이 실수가 드러납니다: "expected input[1, 64, 16, 16] to have 32 channels, \
      but got 64 channels instead".
      """,
    repair: """
      `in`을 고치거나 지우세요. 지우면 vggc가 계산합니다. `in`이 맞다면 앞 합성곱이 틀린 것이며, 그 위치는 참고에 나옵니다.
      """)
}
