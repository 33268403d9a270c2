import VGGDiagnostics
import VGGFindings

extension Korean {
  var inspectionTexts: InspectionTexts {
    InspectionTexts(
      columns: ["번호", "클래스", "사진", "비율"], sizes: "크기      ", channels: "채널      ",
      mean: "평균      ", deviation: "표준편차  ", grey: "1(모든 사진이 흑백)",
      forConfiguration: "설정에 쓸 값:")
  }

  func inspected(_ folder: String, photos: Int, classes: Int) -> String {
    "\(folder): 사진 \(grouped(photos))장, 클래스 \(grouped(classes))개"
  }

  func sizes(_ count: Int, widths: (Int, Int), heights: (Int, Int)) -> String {
    "… 크기 \(grouped(count))가지, 너비 \(widths.0)~\(widths.1), 높이 \(heights.0)~\(heights.1)"
  }

  func squareInput(sees share: String) -> [String] {
    [
      "정사각형 입력은 사진의 \(share)만 봅니다. 사진과 가로세로 비율이 같은 입력은 더 많이 보고,",
      "`resize: [height, width]`에 입력의 높이와 너비를 적으면 사진 전체를 그 크기로 맞춥니다.",
    ]
  }

  func unusable(_ count: Int) -> String { "쓸 수 없는 사진 \(grouped(count))장:" }

  var trainingTexts: TrainingTexts {
    TrainingTexts(
      epoch: "에포크", rate: "학습률", loss: "손실", accuracy: "정확도", testLoss: "테스트 손실",
      testAccuracy: "테스트 정확도")
  }

  func testing(_ done: Int, of total: Int) -> String {
    "테스트 \(grouped(done))/\(grouped(total))"
  }

  func timeLeft(_ time: String) -> String { "남은 시간 \(time)" }

  func imagesPerSecond(_ count: Int) -> String { "초당 \(grouped(count))장" }

  func smallBatch(_ photos: Int, batch: Int) -> String {
    "사진이 \(grouped(photos))장으로 배치 \(batch)보다 적어 에포크마다 한 스텝입니다"
  }

  func finishedAlready(_ epochs: Int) -> String { "에포크 \(epochs)개를 이미 모두 마친 학습입니다" }

  func goingOn(after epochs: Int, step: Int) -> String {
    "에포크 \(grouped(epochs))개, 스텝 \(step) 다음부터 이어서 학습합니다"
  }

  func stopped(in epoch: Int, after step: Int) -> String {
    "에포크 \(epoch)의 스텝 \(step) 다음에 멈췄습니다. 모두 저장했으니 같은 명령에 --resume을 붙이면 이어집니다"
  }

  func weights(in file: String) -> String { "가중치를 저장한 파일: \(file)" }

  func noCheckpoint(in folder: String) -> String {
    "\(folder) 폴더에 체크포인트가 없어 처음부터 학습합니다"
  }

  func isUsed(_ folder: String) -> String {
    "\(folder) 폴더에 다른 학습의 결과가 이미 있습니다. --resume으로 이어서 하거나 다른 폴더를 지정하세요"
  }

  func className(_ index: Int) -> String { "클래스 \(index)" }

  func features(
    from smallest: String, to largest: String, mean: String, zeros: String
  ) -> String {
    "최소 \(smallest), 최대 \(largest), 평균 \(mean), 0의 비율 \(zeros)"
  }

  func leftOutHidden(_ files: Int) -> String { "숨은 파일 \(grouped(files))개는 뺐습니다" }

  func leftOut(_ photo: String) -> String { "뺀 사진: \(photo)" }

  func cannotBeUsed(_ count: Int, of all: Int, in folder: String, areLeftOut: Bool) -> String {
    "\(folder) 폴더의 사진 \(all)장 가운데 \(count)장을 쓸 수 없\(areLeftOut ? "어 뺐습니다" : "습니다")"
  }

  func noneUsable(in folder: String) -> String { "\(folder) 폴더에 쓸 수 있는 사진이 없습니다" }

  func deepSamples(_ photos: Int) -> String {
    "사진 \(grouped(photos))장은 샘플이 16비트이며, 네트워크는 상위 8비트만 봅니다"
  }

  func photos(of folder: String?) -> String { folder.map { "\($0) 폴더의 사진" } ?? "사진" }

  func smallShare(
    _ share: String, of photos: String, crop: PlaneSize, withoutResize: String?
  ) -> String {
    "네트워크가 \(photos)의 \(share)만, 가운데 \(crop.height) x \(crop.width) 픽셀만 봅니다. "
      + (withoutResize.map { "`resize`가 없으면 \($0), " } ?? "")
      + "`preprocess: {resize: [\(crop.height), \(crop.width)]}`이면 사진 전체를 그 크기로 맞춥니다"
  }

  func emptiness(_ count: Int, of photos: String, _ first: PhotoWithinInput) -> String {
    let resized = first.resized.map { ", 크기 조정 뒤 \($0.height) x \($0.width)" } ?? ""
    return
      "\(photos) 가운데 \(count)장은 입력을 다 채우지 못해 나머지가 검은색이 됩니다: \(first.path)의 크기는 "
      + "\(first.size.height) x \(first.size.width) 픽셀(높이 x 너비)\(resized), 네트워크의 입력은 "
      + "\(first.input.height) x \(first.input.width)입니다. `resize`가 없으면 모든 사진을 입력에 맞게 키웁니다"
  }
}
