import VGGDiagnostics

extension Korean {
  package func words(for fault: UsageFault) -> String {
    switch fault {
    case .notBoth(let first, let second):
      "\(first) 옵션과 \(second) 옵션 가운데 하나만 쓰세요"
    case .requires(let option, let others):
      "\(option) 옵션에는 \(requirement(others)) 필요합니다"
    case .excluded(let options, let others):
      "\(options.joined(separator: ", ")) 옵션은 \(others.joined(separator: ", ")) 옵션과 함께 쓸 수 없습니다"
    case .outOfRange(let option, let range, let seen):
      "\(option) 값은 \(range.lowerBound) 이상 \(range.upperBound) 이하여야 합니다(현재 값: \(seen))"
    case .tooSmall(let option, let least, let seen):
      "\(option) 값은 \(least) 이상이어야 합니다(현재 값: \(seen))"
    case .share(let option, let seen):
      "\(option) 값은 0보다 크고 1보다 작아야 합니다(현재 값: \(seen))"
    case .namesFolder(let option): "폴더는 \(option) 옵션으로 지정하므로 -o 옵션을 지우세요"
    case .noForm(let forms): "출력할 형식을 고르세요: \(forms.joined(separator: ", "))"
    case .noWeights(let options): "가중치를 고르세요: \(options.joined(separator: ", "))"
    case .twoFiles:
      "--external-data 옵션을 쓰면 파일이 두 개 생기므로 -o 옵션으로 모델 파일의 이름을 지정하세요"
    case .terminal:
      "ONNX 모델은 터미널에 출력할 수 없습니다. -o 옵션으로 파일을 지정하거나 파이프로 넘기세요"
    case .tolerance: "--tolerance 값은 0 이상인 수여야 합니다(예: 1e-4)"
    case .modelName: "모델 이름을 비워 두거나, 이름에 슬래시(/)를 쓰거나, 점(.)으로 시작할 수 없습니다"
    case .modelNameNotUTF8: "모델 이름이 올바른 UTF-8이 아닙니다. 다른 이름을 쓰세요"
    case .noBuiltIn(let name, let nearest, let known):
      "이름이 \(name)인 내장 설정이 없습니다("
        + (nearest.map { "비슷한 이름: \($0), " } ?? "")
        + "내장 설정: \(known.joined(separator: ", ")))"
    case .inputIsForAnswers:
      "표준 입력으로는 답을 받으므로, 설정은 파일이나 내장 설정의 이름으로 지정하세요"
    case .notSafetensors(let option):
      "가중치를 safetensors 파일로 저장하므로 \(option) 파일의 이름은 .safetensors로 끝나야 합니다"
    case .fileEnding(let option, let endings):
      "\(option) 파일의 이름은 \(endings.joined(separator: ", ")) 가운데 하나로 끝나야 합니다"
    case .noPublishedWeights(let name, let nearest, let known):
      "torchvision이 배포하는 가중치에 \(name) 파일이 없습니다("
        + (nearest.map { "비슷한 이름: \($0)" } ?? "있는 이름: \(known.joined(separator: ", "))") + ")"
    case .address(let option): "\(option) 값은 https:// 또는 http://로 시작하는 주소여야 합니다"
    case .noWeightFile(let source):
      "\(source) 파일의 가중치를 저장할 파일을 --weights 옵션으로 지정하세요"
    case .inputTwice: "표준 입력(-)은 한 번만 읽을 수 있습니다"
    case .inputCannotBeFixed:
      "--fix 옵션으로 고친 설정을 표준 입력(-)에 쓸 수 없습니다. 파일을 지정하세요"
    case .inputOnBothSides: "A와 B 가운데 하나만 표준 입력(-)일 수 있습니다"
    case .imageSize(let option, let seen):
      "\(option) 값은 3x224x224처럼 채널, 높이, 너비를 각각 1 이상으로 적어야 합니다(현재 값: \(seen))"
    case .outputForEach: "설정마다 --output 옵션이 하나씩 필요합니다"
    case .emptyPath(let role): "비어 있습니다. \(advice(for: role))"
    case .instructions(let name, let known):
      "이 프로세서는 \(name) 명령어를 지원하지 않습니다(지원하는 명령어: \(known.joined(separator: ", ")))"
    }
  }

  /// One of several options or, in capitals, arguments, as the subject of a sentence.
  private func requirement(_ names: [String]) -> String {
    let areOptions = names.allSatisfy { $0.hasPrefix("-") }
    return names.joined(separator: " 또는 ") + (areOptions ? " 옵션이" : " 인수가")
  }

  private func advice(for role: PathRole) -> String {
    switch role {
    case .inputFile: "파일을 지정하세요"
    case .inputFolder: "폴더를 지정하세요"
    case .outputFile: "저장할 파일을 지정하세요"
    case .outputFolder: "폴더를 지정하세요. 현재 폴더는 `.`입니다"
    }
  }

  package var noArguments: String {
    "명령의 인수를 읽을 수 없습니다: Swift는 /proc에서 인수를 읽지만 /proc가 마운트되어 있지 않습니다"
  }
}
