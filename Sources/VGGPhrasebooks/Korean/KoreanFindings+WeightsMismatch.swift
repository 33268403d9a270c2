import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: WeightsMismatch) -> FindingWords {
    var notes = finding.reasons.map { Note(words(for: $0)) }
    notes += finding.others.map { Note(words(for: $0.value), at: $0.range) }
    if finding.omitted > 0 {
      notes.append(Note("그 밖에 맞지 않는 텐서: \(grouped(finding.omitted))개"))
    }
    return FindingWords("\(finding.file) 파일이 맞지 않습니다: \(words(for: finding.first))", notes: notes)
  }

  /// For example: `classifier.6.weight(fc8)의 모양이 10x4096인데 네트워크에는 1000x4096이 필요합니다`.
  private func words(for tensor: WeightsMismatch.Tensor) -> String {
    let name = "\(tensor.name)(\(tensor.layer))"
    guard let found = tensor.found else {
      return "\(name) 텐서(\(dimensions(tensor.needed)))가 없습니다"
    }
    guard found.shape == tensor.needed else {
      return
        "\(name)의 모양이 \(dimensions(found.shape))인데 네트워크에는 "
        + "\(with(dimensions(tensor.needed), .subject)) 필요합니다"
    }
    return "\(name)의 자료형이 \(found.type)인데 가중치는 F32, F64, F16, BF16 중 하나여야 합니다"
  }

  private func dimensions(_ shape: [Int]) -> String {
    shape.isEmpty ? "수 하나" : shape.map(String.init).joined(separator: "x")
  }

  static let weightsMismatch = FindingExplanation(
    title: "가중치 파일이 네트워크와 맞지 않습니다",
    meaning: """
      가중치 파일에는 이름과 모양이 있는 텐서가 들어 있습니다. 층마다 `features.0.weight` 같은 torchvision의 이름으로, 설정에서 정해진 \
      모양의 텐서를 가져갑니다. 여기서는 텐서가 없거나 모양이 다릅니다. 다른 네트워크에서 학습한 가중치이며, 값마다 그 네트워크의 \
      자리에 맞게 학습되었으므로 그대로는 쓸 수 없습니다. 참고에는 무엇이 달라 보이는지 나옵니다. 클래스, 입력 크기, 배치 정규화, 설정 등입니다.
      """,
    repair: """
      가중치를 학습할 때 쓴 설정을 쓰세요. `vggc weights infer FILE`이 그 설정을 써 줍니다. 또는 바꾼 네트워크를 다시 학습하세요. 클래스, \
      은닉층, 이미지 크기만 다르다면 합성곱을 그대로 쓸 수 있습니다: `vggc weights convert IN OUT --for CONFIG --drop-head` 또는 \
      `vgg train --weights FILE --drop-head`. 흑백 이미지에는 `--adapt-input`을 쓰세요.
      """)
}
