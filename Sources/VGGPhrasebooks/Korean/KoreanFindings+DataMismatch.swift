import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: DataMismatch) -> FindingWords {
    switch finding {
    case .count(let folders, let data, let outputs, let empty):
      var notes = [Note("클래스 폴더: \(listed(folders.map(shortened)))")]
      if !empty.isEmpty { notes.append(Note("사진이 없는 폴더: \(listed(empty.map(shortened)))")) }
      return FindingWords(
        "\(data) 폴더에는 클래스 폴더가 \(grouped(folders.count))개 있지만 네트워크의 출력은 \(grouped(outputs))개입니다",
        notes: notes)
    case .label(let label, let index, let folder, let data, let isReordered, let folders):
      let list = listed(folders.map(shortened))
      return FindingWords(
        "\(index)번 레이블은 `\(shortened(label))`, \(data) 폴더의 \(index)번 클래스 폴더는 `\(shortened(folder))`입니다",
        notes: [
          Note(isReordered ? "폴더의 순서가 다르며, 출력은 폴더의 순서를 따릅니다: \(list)" : "클래스 폴더: \(list)")
        ])
    }
  }

  static let dataMismatch = FindingExplanation(
    title: "클래스 폴더가 네트워크와 맞지 않습니다",
    meaning: """
      학습하거나 평가할 사진은 클래스마다 폴더 하나에 둡니다. 폴더 이름을 torchvision의 ImageFolder처럼(코드 포인트 순서로, \
      곧 1, 10, 2) 정렬한 것이 네트워크 출력의 순서대로 클래스가 됩니다. 따라서 출력 수는 폴더 수와 같아야 하고, `labels`가 \
      폴더의 이름이라면 순서도 같아야 합니다. 그렇지 않으면 모든 예측에 다른 클래스의 이름이 붙는데, 다른 곳에서는 드러나지 \
      않습니다. 폴더 이름과 하나도 겹치지 않는 레이블은 클래스의 다른 이름으로 봅니다.
      """,
    repair: """
      `classes`를 폴더 수에 맞추고, `labels`를 폴더의 순서로 적거나 지우세요. 학습한 네트워크의 클래스는 가중치와 함께 \
      저장됩니다. `vgg data inspect DIR`는 폴더를 순서대로 보여 줍니다.
      """)
}
