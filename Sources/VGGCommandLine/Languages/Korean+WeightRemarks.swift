import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGWeights

extension Korean {
  package func words(for remark: WeightRemark) -> String {
    switch remark {
    case .readUnder(let keys):
      "\(keys.map(quoted).joined(separator: " 아래 ")) 아래의 텐서를 읽었습니다"
    case .leftOut(let keys): "다음 항목의 텐서는 읽지 않았습니다: \(keyList(keys))"
    case .notTensors(let keys): "텐서가 아닌 항목은 읽지 않았습니다: \(keyList(keys))"
    case .withoutParallelPrefix(let prefix):
      "모든 이름에서 DataParallel이 덧붙인 \(quoted(prefix)) 부분을 뺐습니다"
    case .withoutPrefix(let prefix): "이름 앞의 \(quoted(prefix)) 부분을 빼고 읽습니다"
    case .renamed(let modules):
      "이름을 torchvision의 이름으로 읽습니다: "
        + WeightRemark.shortened(modules.map { "\(quoted($0.source)) -> \($0.name)" })
    case .kerasNames:
      "Keras의 이름이므로 커널을 torchvision의 축 순서로 읽습니다. Keras가 배포하는 가중치의 입력은 "
        + "0부터 255까지의 BGR 값에서 평균(103.939, 116.779, 123.68)을 뺀 사진입니다"
    case .kerasVariances:
      "분산에 0.00099를 더해 읽습니다. 배치 정규화에서 Keras는 분산에 0.001을, torchvision은 0.00001을 더하기 때문입니다"
    case .ambiguous(let ambiguity):
      KoreanFindings().words(
        for: WeightReason.twoReadings(
          of: quoted(ambiguity.name), quoted(ambiguity.first), quoted(ambiguity.second)))
    }
  }

  private func keyList(_ names: [String]) -> String {
    let shown = names.prefix(5).map(quoted).joined(separator: ", ")
    return names.count > 5 ? "\(shown) 외 \(names.count - 5)개" : shown
  }
}
