import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: PreprocessMismatch) -> FindingWords {
    switch finding {
    case .crop(let crop, let input, let source):
      FindingWords(
        "사진을 \(with(sides(crop), .by)) 자르지만 네트워크의 입력은 \(sides(input))입니다",
        notes: [Note("입력 크기는 여기서 정해집니다", at: source)])
    case .shorterSide(let side, let input, let source):
      FindingWords(
        "사진의 짧은 변을 \(side)픽셀로 줄이지만 네트워크의 입력은 \(sides(input))입니다",
        notes: [Note("입력의 짧은 변은 \(min(input.height, input.width))픽셀입니다", at: source)])
    case .size(let size, let input, let source):
      FindingWords(
        "사진의 크기를 \(with(sides(size), .by)) 바꾸지만 네트워크의 입력은 \(sides(input))입니다",
        notes: [Note("입력 크기는 여기서 정해집니다", at: source)])
    case .perChannel(let key, let values, let channels, let source):
      FindingWords(
        "`\(key)`의 값은 \(grouped(values))개지만 입력 채널은 \(grouped(channels))개입니다",
        notes: [Note("입력 채널 수는 여기서 정해집니다", at: source)])
    }
  }

  static let preprocessMismatch = FindingExplanation(
    title: "전처리한 사진이 네트워크의 입력과 맞지 않습니다",
    meaning: """
      `preprocess`는 사진을 입력으로 만드는 방법을 정합니다. 크기를 조정하고, 가운데에서 사각형을 잘라 내고, 채널마다 `mean`과 \
      `std`로 정규화합니다. 그 결과는 입력과 모양이 같아야 합니다. 따라서 `crop`은 `input`의 높이와 너비이고, `mean`과 `std`에는 값이 \
      하나이거나 채널마다 하나씩 있습니다. `resize`는 잘라 낼 만큼 남겨야 합니다. 수 하나면 사진의 짧은 변의 길이로, `input`의 짧은 \
      변 이상이어야 합니다. `[height, width]`는 사진 전체를 그 크기로 늘이거나 줄이며, 두 변 모두 `input` 이상이어야 합니다.
      """,
    repair: """
      수를 고치거나 지우세요. `crop`이 없으면 입력 크기로 자릅니다. `resize`가 없으면 입력과 크기가 같은 사진은 그대로 두고, 다른 \
      사진은 ImageNet에서 흔히 하듯 먼저 높이와 너비의 256/224배가 될 만큼 줄입니다.
      """)
}
