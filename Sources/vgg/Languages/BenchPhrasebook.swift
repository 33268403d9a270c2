import VGGDiagnostics

/// The texts of `vgg bench`.
protocol BenchPhrasebook: Sendable {
  func heading(_ run: BenchHeading) -> String
  /// The headings for a step's layers, operation, algorithm, milliseconds, share, GFLOP/s and share of the peak.
  var stepColumns: [String] { get }
  /// The headings for a layer, its operation, and the milliseconds of the forward and the backward pass.
  var trainingColumns: [String] { get }
  /// The row of the optimiser's update.
  var update: String { get }
  /// The line with the times of whole runs, in milliseconds.
  func times(median: String, minimum: String, runs: Int, speed: String) -> String
  func trainingTimes(median: String, minimum: String, steps: Int, perImage: String) -> String
  /// The line with the times of predictions, which class activation maps are compared with.
  func prediction(median: String, minimum: String, runs: Int) -> String
  func activationMap(of layer: String, median: String, minimum: String, ratio: String) -> String
  func peak(_ speed: String) -> String
  func loading(perImage: String, _ time: String) -> String
  func memory(packed: String, activations: String, scratch: String, peak: String) -> String
  func trainingMemory(parameters: String, values: String, peak: String) -> String
}

/// The network, and how it is run.
struct BenchHeading: Sendable {
  let model: String
  let input: String
  let isTraining: Bool
  let batch: Int
  let threads: Int
  let instructions: String
  let isExact: Bool
}

extension English: BenchPhrasebook {
  func heading(_ run: BenchHeading) -> String {
    "\(run.model): \(run.input), \(run.isTraining ? "training, " : "")batch \(run.batch), "
      + "\(counted(run.threads, "thread")), \(run.instructions)\(run.isExact ? ", exact" : "")"
  }

  var stepColumns: [String] {
    ["layers", "operation", "algorithm", "ms", "%", "GFLOP/s", "of peak"]
  }

  var trainingColumns: [String] { ["layer", "operation", "forward ms", "backward ms"] }

  var update: String { "update" }

  func times(median: String, minimum: String, runs: Int, speed: String) -> String {
    "median \(median) ms, minimum \(minimum) ms of \(counted(runs, "run")); \(speed) GFLOP/s"
  }

  func trainingTimes(median: String, minimum: String, steps: Int, perImage: String) -> String {
    "median \(median) ms, minimum \(minimum) ms of \(counted(steps, "step")); \(perImage) ms per image"
  }

  func prediction(median: String, minimum: String, runs: Int) -> String {
    "prediction: median \(median) ms, minimum \(minimum) ms of \(counted(runs, "run"))"
  }

  func activationMap(of layer: String, median: String, minimum: String, ratio: String) -> String {
    "class activation map of \(layer): median \(median) ms, minimum \(minimum) ms; "
      + "\(ratio) times a prediction"
  }

  func peak(_ speed: String) -> String {
    "processor peak, multiply-adds in registers: \(speed) GFLOP/s"
  }

  func loading(perImage: String, _ time: String) -> String {
    "\(perImage) ms per image; loading and packing took \(time) ms"
  }

  func memory(packed: String, activations: String, scratch: String, peak: String) -> String {
    "packed weights \(packed), activations \(activations), scratch \(scratch); process peak \(peak)"
  }

  func trainingMemory(parameters: String, values: String, peak: String) -> String {
    "weights, gradients and optimiser state \(parameters), other values \(values); process peak \(peak)"
  }
}

extension Korean: BenchPhrasebook {
  func heading(_ run: BenchHeading) -> String {
    "\(run.model): \(run.input), \(run.isTraining ? "학습, " : "")배치 \(run.batch), 스레드 \(run.threads)개, "
      + "\(run.instructions)\(run.isExact ? ", 정확한 계산" : "")"
  }

  var stepColumns: [String] { ["층", "연산", "알고리즘", "ms", "%", "GFLOP/s", "최대 대비"] }

  var trainingColumns: [String] { ["층", "연산", "순전파 ms", "역전파 ms"] }

  var update: String { "갱신" }

  func times(median: String, minimum: String, runs: Int, speed: String) -> String {
    "\(runs)회 실행의 중앙값 \(median) ms, 최솟값 \(minimum) ms, \(speed) GFLOP/s"
  }

  func trainingTimes(median: String, minimum: String, steps: Int, perImage: String) -> String {
    "\(steps)스텝의 중앙값 \(median) ms, 최솟값 \(minimum) ms, 이미지 한 장에 \(perImage) ms"
  }

  func prediction(median: String, minimum: String, runs: Int) -> String {
    "예측: \(runs)회 실행의 중앙값 \(median) ms, 최솟값 \(minimum) ms"
  }

  func activationMap(of layer: String, median: String, minimum: String, ratio: String) -> String {
    "\(layer) 층의 클래스 활성화 맵: 중앙값 \(median) ms, 최솟값 \(minimum) ms, 예측 시간의 \(ratio)배"
  }

  func peak(_ speed: String) -> String {
    "프로세서의 최대 성능(레지스터 안의 곱셈-누산): \(speed) GFLOP/s"
  }

  func loading(perImage: String, _ time: String) -> String {
    "이미지 한 장에 \(perImage) ms, 불러오고 재배치하는 데 \(time) ms"
  }

  func memory(packed: String, activations: String, scratch: String, peak: String) -> String {
    "재배치한 가중치 \(packed), 활성화 값 \(activations), 임시 공간 \(scratch), 최대 메모리 사용량 \(peak)"
  }

  func trainingMemory(parameters: String, values: String, peak: String) -> String {
    "가중치, 기울기, 옵티마이저의 상태 \(parameters), 다른 값 \(values), 최대 메모리 사용량 \(peak)"
  }
}

extension Language {
  /// The texts of `vgg bench` in this language.
  var benchPhrases: any BenchPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
