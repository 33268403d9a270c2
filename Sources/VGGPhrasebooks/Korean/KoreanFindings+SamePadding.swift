import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: SamePadding) -> FindingWords {
    switch finding {
    case .evenKernel(let extent, let isDilated):
      let even = extent.list.first { $0.isMultiple(of: 2) } ?? extent.height
      let size = isDilated ? "이 커널은 팽창되어 \(extent.text)에 걸칩니다" : "이 커널은 \(extent.text)입니다"
      return FindingWords(
        "`padding: same`에는 홀수 커널이 필요하지만 \(size)",
        label: "\(even) - 1 = \(even - 1), 반으로 나눌 수 없음",
        notes: [
          Note("PyTorch와 TensorFlow는 남는 행을 특성맵 아래에, 남는 열을 오른쪽에 두는데, 이는 어떤 수로도 적을 수 없습니다"),
          Note(
            "패딩이 \((even - 1) / 2)이면 특성맵이 1만큼 작아지고, \(even / 2)이면 1만큼 커집니다"),
        ])
    case .stride(let stride, let half):
      return FindingWords(
        "`padding: same`에는 보폭 1이 필요하지만 이 합성곱의 보폭은 \(stride.brief)입니다",
        notes: [
          Note(
            "PyTorch는 이를 거부하고, TensorFlow는 이미지 크기에 따라 패딩을 정해 남는 행을 아래에, 남는 열을 오른쪽에 둡니다"
          ),
          Note("커널의 절반에 해당하는 패딩은 \(half.yaml)입니다"),
        ])
    }
  }

  static let samePadding = FindingExplanation(
    title: "`padding: same`을 짝수 커널이나 2 이상의 보폭과 함께 썼습니다",
    meaning: """
      `padding: same`은 양쪽에 같은 수의 0을 두어 특성맵의 크기를 유지합니다. 짝수 커널에는 홀수 개의 행이 더 필요합니다. PyTorch와 \
      TensorFlow는 남는 행을 특성맵 아래에, 남는 열을 오른쪽에 두는데, 이는 `padding`의 어떤 수로도 적을 수 없습니다. 보폭이 2 이상이면 특성맵이 \
      어차피 작아집니다. 그런 경우 PyTorch는 `same`을 거부하고, TensorFlow는 이미지 크기에 따라 패딩을 정하며 이때도 남는 행과 열을 \
      아래와 오른쪽에 둡니다. 짝수 크기의 이미지, 보폭 2, 3x3 커널이라면 아래와 오른쪽에만 0을 둡니다.
      """,
    repair: """
      패딩을 수로 적으세요. 보폭이 2 이상일 때 커널의 절반을 적으면 TensorFlow와 특성맵의 크기가 같아지지만, 창의 위치가 달라서 \
      TensorFlow의 가중치로는 다른 결과가 나옵니다.
      """)
}
