import VGGCompute
import VGGDiagnostics
import VGGFiles
import VGGTraining

extension Korean {
  func words(for error: DivergedTraining) -> String {
    "\(words(for: error.quantity, step: error.step))(학습률 \(error.rate)). 학습률을 10분의 1로 줄이거나 기울기 "
      + "클리핑을 쓰세요"
  }

  private func words(for quantity: DivergedTraining.Quantity, step: Int) -> String {
    switch quantity {
    case .loss(let loss): "스텝 \(step + 1)의 손실이 \(word(for: loss))입니다"
    case .testLoss(let loss): "스텝 \(step) 다음의 테스트 손실이 \(word(for: loss))입니다"
    case .tensor(let name): "스텝 \(step) 다음에 \(name) 텐서에 유한하지 않은 값이 있습니다"
    }
  }

  /// `nan`, whatever its sign.
  private func word(for loss: Double) -> String { loss.isNaN ? "nan" : "\(loss)" }

  func words(for error: RunInUse) -> String {
    (error.holder.isEmpty ? "다른 프로세스가" : "다른 프로세스(\(error.holder))가")
      + " \(error.folder.path) 폴더에서 학습하고 있습니다. 끝날 때까지 기다리거나 다른 폴더를 지정하세요"
  }

  func cannotContinueMetrics(_ cause: UnreadableFile.Cause) -> String {
    "학습 기록을 이어 쓸 수 없습니다: \(words(for: cause))"
  }

  func noClasses(_ model: String, output: String) -> String {
    "\(model) 모델에는 클래스가 없습니다: 출력은 모양이 \(output)인 특성입니다"
  }

  func noLayer(_ name: String, nearest: String?, known: [String]) -> String {
    "--freeze: 네트워크에 \(name) 층이 없습니다"
      + (nearest.map { "(비슷한 이름: \($0))" } ?? "(있는 층: \(known.joined(separator: ", ")))")
  }

  func noneToHoldOut(in folder: String) -> String {
    "\(folder): 사진이 두 장 이상인 클래스가 없어 테스트용 사진을 남겨 둘 수 없습니다"
  }

  func otherInstructions(_ now: String, before: String) -> String {
    "\(before) 명령어로 시작한 학습을 반올림이 다른 \(now) 명령어로 잇습니다. 비트까지 같은 결과를 얻으려면 "
      + "--isa \(before) 옵션을 붙이세요"
  }

  func difference(_ name: String, before: String?, now: String?, in folder: String) -> String {
    "\(folder) 폴더의 학습을 시작할 때와 다릅니다: \(condition(name)): 시작할 때 \(before ?? "없음"), 지금 \(now ?? "없음")"
  }

  /// The name of a condition: of the photos, or a key or an option, which stays as it is.
  private func condition(_ name: String) -> String {
    PhotoCondition(rawValue: name).map { words(for: $0) } ?? name
  }

  private func words(for condition: PhotoCondition) -> String {
    switch condition {
    case .classes: "클래스"
    case .trainingPhotos: "--data의 사진"
    case .trainingPixels: "--data의 픽셀"
    case .testPhotos: "--test나 --split의 사진"
    case .testPixels: "--test나 --split의 픽셀"
    }
  }

  func moreDifferences(_ count: Int) -> String { "다른 점이 \(grouped(count))가지 더 있습니다" }

  var resumingNeedsTheSame: String {
    "--resume에는 같은 네트워크, 설정, 사진이 필요합니다. 새로 학습하려면 다른 폴더를 지정하세요"
  }

  var ratesAreListed: String {
    "설정에 에포크별 학습률이 적혀 있습니다. --rate 대신 --schedule을 쓰세요"
  }
}
