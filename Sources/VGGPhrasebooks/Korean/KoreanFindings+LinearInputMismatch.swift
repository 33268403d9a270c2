import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: LinearInputMismatch) -> FindingWords {
    switch finding {
    case .flattenedMap(let stated, let map, let flattened, let source, let fitsAnyInput, let sizes):
      var notes: [Note] = []
      if let source {
        notes.append(Note("여기서 특성맵이 \(with(sides(map.plane), .subject)) 됩니다", at: source))
      }
      if let sizes {
        notes.append(Note("\(with("\(stated)", .topic)) \(squares(sizes)) 정사각형 입력에 맞습니다"))
      } else if !fitsAnyInput {
        notes.append(Note("펼쳐서 \(stated)개가 되는 정사각형 입력은 없습니다"))
      }
      return FindingWords(
        "\(linearLayer(taking: stated)), 특성맵을 펼치면 \(flattened)개입니다",
        label: "\(shape(map)) = \(flattened)", notes: notes)
    case .previousLayer(let stated, let outputs, let source):
      return FindingWords(
        "\(linearLayer(taking: stated)), 앞 층의 출력은 \(outputs)개입니다",
        label: "in_features = \(outputs)",
        notes: [Note("출력 \(outputs)개는 여기서 정해집니다", at: source)])
    }
  }

  private func linearLayer(taking inputs: Int) -> String {
    "완전 연결 층의 입력이 \(inputs)개로 지정되었지만"
  }

  static let linearInputMismatch = FindingExplanation(
    title: "완전 연결 층에 지정한 입력 수가 실제와 다릅니다",
    meaning: """
      첫 완전 연결 층에는 마지막 특성맵의 값마다 가중치가 있으므로, `in`은 그 특성맵의 채널 * 높이 * 너비입니다. 이 수는 \
      이미지 크기에 따라 달라집니다. 25,088 = 512 * 7 * 7은 224픽셀부터 255픽셀까지의 이미지를 받는 VGG에 맞고, 다른 크기에는 \
      맞지 않습니다. 그 뒤의 층에서 `in`은 앞 완전 연결 층의 `out`입니다.
      PyTorch에서는 이미지를 넣어야 드러납니다: "mat1 and mat2 shapes cannot be multiplied (1x2048 and 25088x4096)".
      """,
    repair: """
      `in`을 고치거나 지우세요. 지우면 vggc가 계산합니다. 이미 학습한 가중치 때문에 이 수를 지켜야 한다면 참고에 나오는 \
      크기의 입력을 쓰세요.
      """)
}
