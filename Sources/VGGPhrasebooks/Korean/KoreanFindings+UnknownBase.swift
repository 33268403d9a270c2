import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: UnknownBase) -> FindingWords {
    switch finding {
    case .missing(let name, let cause, let builtIns, _):
      FindingWords(
        "이름이 `\(shortened(name))`인 내장 설정이나 파일이 없습니다: \(words(for: cause))",
        notes: [Note("내장 설정: \(builtIns.joined(separator: ", "))")])
    case .notConfiguration(let name):
      FindingWords("\(name) 파일에는 확장할 설정이 없습니다")
    case .severalModels(let name, let names):
      FindingWords(
        "\(name) 파일에는 모델이 여러 개 있어 확장할 수 없습니다",
        notes: [Note("모델 이름은 여기 있습니다", at: names)])
    }
  }

  static let unknownBase = FindingExplanation(
    title: "확장할 설정이 없습니다",
    meaning: """
      `extends`는 내장 설정이나 파일의 이름입니다. 이 이름의 내장 설정은 없고, 설정 파일의 폴더를 기준으로 한 경로로 보아도 읽을 수 \
      있는 파일이 없습니다. 설정이 아닌 파일이나 `models`가 여러 개인 파일도 확장할 수 없습니다.
      """,
    repair: """
      이름을 고치세요. A, A-LRN, B, C, D, E, vgg11, vgg13, vgg16, vgg19와 그 _bn 변형이 내장되어 있으며, 대소문자를 가리지 않습니다. \
      또는 경로를 고치세요.
      """)
}
