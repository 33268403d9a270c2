import VGGCompilation
import VGGDiagnostics
import VGGPhrasebooks
import VGGWeightFit
import VGGWeights

extension Korean {
  package var headings: ReportHeadings { KoreanFindings().headings }

  package func sound(_ verdict: SoundVerdict) -> String {
    "\(verdict.file): \(verdict.model) 모델에 문제가 없습니다: \(verdict.input) -> \(verdict.output), "
      + "가중치 층 \(grouped(verdict.weightLayers))개, 매개변수 \(grouped(verdict.parameters))개"
  }

  package func wroteFixes(to file: String) -> String { "\(file) 파일을 고쳤습니다" }

  package func using(_ files: [String]) -> String { "\(files.joined(separator: ", ")) 파일을 씁니다" }

  package var usingConfigurationD: String { "여기에 설정이 없어 내장 설정 D를 씁니다" }

  package var comparingBuiltIns: String { "여기에 설정이 없어 내장 설정을 비교합니다" }

  package func taking(_ count: Int, in folder: String, for work: FileWork) -> String {
    let verb =
      switch work {
      case .checking: "검사합니다"
      case .formatting: "서식에 맞게 정리합니다"
      }
    return "\(folder) 폴더의 파일 \(grouped(count))개를 \(verb)"
  }

  package func progress(
    _ title: ProgressTitle, done: Int, of total: String, share: String
  ) -> String {
    "\(words(for: title)): \(done)/\(total) (\(share))"
  }

  private func words(for title: ProgressTitle) -> String {
    switch title {
    case .checking: "검사"
    case .readingPhotos: "사진 읽기"
    case .decoding: "디코딩"
    case .classifying: "분류"
    case .looking: "들여다보기"
    case .evaluating: "평가"
    case .measuring: "측정"
    case .inspecting: "살펴보기"
    case .initializing: "초기화"
    case .converting: "변환"
    case .writingPhotos: "사진 쓰기"
    case .writingWeights: "가중치 쓰기"
    case .writing(let path): "\(path) 쓰기"
    }
  }

  package func using(_ path: String, for name: String) -> String {
    "\(name) 대신 \(path) 파일을 씁니다"
  }

  package func cannotRead(_ missing: MissingConfiguration) -> String {
    "\(missing.name) 파일을 읽을 수 없습니다: \(words(for: missing.cause))"
  }

  private func words(for cause: MissingConfiguration.Cause) -> String {
    switch cause {
    case .unreadable(let cause): words(for: cause)
    case .ambiguous(let files):
      "대소문자만 다른 파일이 여러 개 있습니다: \(files.joined(separator: ", "))"
    case .misspelled(let nearest):
      "그런 파일이나 내장 설정이 없습니다(비슷한 내장 설정: \(nearest))"
    case .noFile: "그런 파일이 없습니다"
    case .noFileOrBuiltIn(let names):
      "그런 파일이나 내장 설정이 없습니다(내장 설정: \(names.joined(separator: ", ")))"
    }
  }

  package func cannotImport(_ error: WeightError) -> String {
    "모델을 가져올 수 없습니다: \(words(for: error))"
  }

  package func noConfiguration(for path: String, _ reason: String) -> String {
    "\(path) 파일에서 설정을 만들 수 없습니다: \(reason)"
  }

  package var noConfigurationNamed: String {
    "설정을 지정하지 않았고 여기에도 없습니다. vggc init으로 만들 수 있습니다"
  }

  package var noFilesHere: String {
    "파일을 지정하지 않았고, 여기에는 설정도 YAML 파일이 있는 Configs 폴더도 없습니다"
  }

  package func noFiles(in folder: String) -> String { "\(folder) 폴더에 .yaml이나 .yml 파일이 없습니다" }

  package func severalConfigurations(_ names: String) -> String {
    "여기에 설정이 여러 개 있으니 하나를 지정하세요: \(names)"
  }

  package func severalModels(_ names: String, in file: String) -> String {
    "\(file) 파일에 모델이 여러 개 있으니 --model로 고르세요: \(names)"
  }

  package func noModel(
    _ name: String, in file: String, nearest: String?, known: String
  ) -> String {
    let suggestion = nearest.map { ", 비슷한 이름: \($0)" } ?? ""
    return "\(file) 파일에 \(name) 모델이 없습니다(있는 모델: \(known)\(suggestion))"
  }

  package func noCommonModel(_ first: String, _ second: String) -> String {
    "이름이 같은 모델이 없으니 --model로 고르세요: \(first), \(second)"
  }

  package func noSubject(_ name: String, nearest: String) -> String {
    "\(name): 그런 파일, 내장 설정, 진단이 없습니다(비슷한 진단: \(nearest))"
  }

  package func stops(_ model: String, because reason: String) -> String {
    "\(model) 네트워크는 이 입력을 받을 수 없습니다: \(reason)"
  }

  package var nextSteps: String { "다음에 할 일:" }

  package func matches(_ file: String) -> String { "\(file): 체크섬이 맞습니다" }

  package func hasNoChecksum(_ file: String) -> String {
    "\(file): 체크섬이 없습니다. vggc나 vgg가 쓴 파일이 아니거나 이전 버전이 쓴 파일입니다"
  }

  package func namesAreKept(_ file: String, first: String) -> String {
    "\(file): \(first) 같은 이름으로는 층의 순서만 알 수 있어 이름을 그대로 둡니다. --for CONFIG를 붙이면 네트워크와 "
      + "맞춥니다"
  }

  package func cannotInfer(_ file: String, _ reason: String) -> String {
    "\(file) 파일에서 설정을 추론할 수 없습니다: \(reason)"
  }

  package func serving(_ file: String) -> String { "\(file) 파일의 페이지를 열었습니다. Ctrl-C로 끝냅니다" }

  package func cannotServe(_ file: String, _ reason: String) -> String {
    "\(file) 파일의 페이지를 열 수 없습니다: \(reason)"
  }

  package func cannotListen(on port: Int, _ reason: String) -> String {
    "\(port)번 포트를 쓸 수 없습니다: \(KoreanFindings().writingReason(reason))"
  }

  package func cannotOpenBrowser(_ opener: String) -> String {
    "\(opener) 명령으로 브라우저를 열 수 없습니다. 위의 주소를 직접 여세요"
  }

  package func wrotePackage(_ folder: String, command: String) -> String {
    "\(folder) 폴더에 패키지를 만들었습니다. 실행하는 명령: \(command)"
  }

  package func wroteProject(_ folder: String) -> String {
    "\(folder) 폴더에 프로젝트를 만들었습니다. 학습하는 방법: \(folder)/README.md"
  }

  package func wroteTensors(_ count: Int, values: Int, to file: String) -> String {
    "\(file) 파일에 텐서 \(grouped(count))개, 값 \(grouped(values))개를 썼습니다"
  }

  package func hasNoFile(_ builtIn: String) -> String {
    "\(builtIn) 설정은 내장된 것이라 서식을 정리할 파일이 없습니다"
  }

  package func staysUnformatted(_ file: String) -> String {
    "\(file) 파일을 그대로 둡니다: 서식을 정리하면 뜻이 달라집니다"
  }

  package func adapted(_ convolution: InputAdaptation) -> String {
    "\(convolution.name) 층의 입력 채널을 \(convolution.from)개에서 \(convolution.to)개로 맞춥니다: "
      + (convolution.to < convolution.from
        ? "세 채널의 가중치를 더합니다. 흑백 사진을 빨강, 초록, 파랑에 똑같이 넣는 것과 같습니다"
        : "넷째 채널의 가중치는 0에서 시작합니다")
  }

  package var keptFirstConvolution: String { "첫 합성곱이 맞아 그대로 씁니다" }

  package var keptLastLayer: String { "마지막 층이 맞아 그대로 씁니다" }

  package func start(
    keeping kept: [String], seed: UInt64, _ firstNew: StartPlan.NewLayer, followers: [String]
  ) -> String {
    "그대로 쓰는 층: \(span(kept)). 시드 \(with("\(seed)", .by)) 새로 만드는 층: "
      + "\(([firstNew.name] + followers).joined(separator: ", "))(\(text(of: firstNew.reason)))"
  }

  private func span(_ names: [String]) -> String {
    guard let first = names.first, let last = names.last else { return "없음" }
    return names.count < 3 ? names.joined(separator: ", ") : "\(first)~\(last)"
  }

  private func text(of reason: StartPlan.NewLayer.Reason) -> String {
    switch reason {
    case .missing: "파일에 없음"
    case .notFinite: "파일의 값에 NaN이나 무한대가 있음"
    case .otherShape(let file, let network):
      "파일 \(dimensions(file)), 네트워크 \(dimensions(network))"
    case .follows: "새 층 다음에 옴"
    }
  }
}
