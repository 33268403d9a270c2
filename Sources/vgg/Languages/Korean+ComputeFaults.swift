import VGGCommandLine
import VGGCompute
import VGGDiagnostics
import VGGExecution

extension Korean {
  func words(for error: ComputeError) -> String {
    switch error {
    case .vectorTooLarge(let batch, let count):
      "벡터가 너무 커서 계산할 수 없습니다: 값 \(batch) x \(count)개"
    case .mapTooLarge(let batch, let channels, let height, let width):
      "특성맵이 너무 커서 계산할 수 없습니다: 값 \(batch) x \(channels) x \(height) x \(width)개"
    case .convolutionTooLarge(let layer, let size):
      "\(layer) 층이 너무 커서 계산할 수 없습니다: 이미지 \(size.batch)장, 입력 채널 \(size.inputs)개, 출력 채널 "
        + "\(size.outputs)개, 커널 "
        + size.kernel.map(String.init).joined(separator: "x")
        + (size.groups == 1 ? "" : ", 그룹 \(size.groups)개")
    case .linearTooLarge(let layer, let inputs, let outputs):
      "\(layer) 층이 너무 커서 계산할 수 없습니다: 가중치 \(inputs) x \(outputs)개"
    case .parametersTooLarge(let tensor): "\(tensor) 텐서가 너무 커서 학습할 수 없습니다"
    case .shortage(let shortage, .running): "네트워크를 실행하는 데 \(words(for: shortage))"
    case .shortage(let shortage, .training(let batch)):
      "한 스텝에 이미지 \(grouped(batch))장을 학습하는 데 \(words(for: shortage))"
    case .shortage(let shortage, .gradient): "점수의 기울기를 구하는 데 \(words(for: shortage))"
    case .noMemory(let byteCount): "메모리 \(grouped(byteCount))바이트를 할당할 수 없습니다"
    case .noThreads(let count): "스레드 \(count)개를 시작할 수 없습니다"
    case .batch(let batch):
      outOfRange("배치 크기는", ComputeLimits.batches, seen: batch)
    case .threads(let count):
      outOfRange("스레드 수는", ComputeLimits.threadCounts, seen: count)
    case .noImage: "이미지가 없습니다"
    case .setting(let setting, let value, let range):
      "\(name(of: setting)) 값은 \(range.lowerBound) 이상 \(range.upperBound) 미만이어야 합니다(현재 값: \(value))"
    case .gradientNorm(let norm):
      "기울기 클리핑의 노름은 0보다 커야 합니다(현재 값: \(norm))"
    case .innerSoftmax(let layer):
      "\(layer) 층은 네트워크 중간의 소프트맥스입니다. 학습에서는 소프트맥스가 마지막에만 올 수 있습니다"
    case .noClassifier(let output):
      "학습에는 분류기가 필요하지만 네트워크의 출력은 모양이 \(output)인 특성입니다"
    case .nothingToTrain: "학습할 가중치가 있는 층이 없습니다"
    }
  }

  private func outOfRange(_ subject: String, _ range: ClosedRange<Int>, seen: Int) -> String {
    "\(subject) \(range.lowerBound) 이상 \(range.upperBound) 이하여야 합니다(현재 값: \(seen))"
  }

  private func name(of setting: ComputeError.Setting) -> String {
    switch setting {
    case .labelSmoothing: "레이블 스무딩"
    case .momentum: "모멘텀"
    case .weightDecay: "가중치 감쇠"
    case .beta1, .beta2, .epsilon: setting.rawValue
    }
  }

  func words(for remark: PackedWeightsRemark) -> String {
    switch remark {
    case .damaged(let path):
      "\(path) 파일이 손상되었거나 다른 버전의 vgg가 쓴 것이어서 가중치를 처음부터 재배치합니다"
    case .unwritten(let path, let reason):
      "재배치한 가중치를 저장하지 못했습니다: \(cannotWrite(path, .system(reason)))"
    }
  }
}
