import VGGDiagnostics
import VGGEmitters
import VGGONNX

/// The messages of `vggc emit` about networks that cannot be written in a form.
protocol EmitPhrasebook: Sendable {
  func takesOneModel(_ form: OneModelForm, names: String) -> String
  func softmaxNeedsScores(_ model: String, output: String) -> String
  func cannotTrain(_ model: String, _ reason: UntrainableNetwork) -> String
  /// A network whose answers an ONNX model cannot explain.
  func cannotExplain(_ model: String, output: String, _ reason: ONNXExplanation.Refusal) -> String
  /// A vggc that does not know where its own package is.
  func runtimeIsUnknown(for folder: String) -> String
}

/// The forms that hold one model.
enum OneModelForm: Sendable {
  case onnx
  case package
  case project
}

extension English: EmitPhrasebook {
  func takesOneModel(_ form: OneModelForm, names: String) -> String {
    switch form {
    case .onnx:
      "an ONNX file holds one model, but there are several: \(names); choose one with --model, or name a folder with -o"
    case .package:
      "a package holds one model, but there are several: \(names); choose one with --model"
    case .project:
      "a project trains one model, but there are several: \(names); choose one with --model"
    }
  }

  func softmaxNeedsScores(_ model: String, output: String) -> String {
    "--softmax needs scores, but \(model) ends in features, \(output)"
  }

  func cannotTrain(_ model: String, _ reason: UntrainableNetwork) -> String {
    "cannot train \(model): \(reason.reason)"
  }

  func cannotExplain(
    _ model: String, output: String, _ reason: ONNXExplanation.Refusal
  ) -> String {
    switch reason {
    case .noClasses: "--explain needs classes, but \(model) ends in features, \(output)"
    case .noMap: "--explain needs a feature map, but no layer of \(model) outputs one"
    case .layer(let layer, let notation):
      "--explain has no plain operators for the gradient of \(layer) (\(notation)); "
        + "`vgg look` explains the answers of this network"
    }
  }

  func runtimeIsUnknown(for folder: String) -> String {
    "name the vggc package for \(folder) to use: --runtime PATH or --runtime URL"
  }
}

extension Korean: EmitPhrasebook {
  func takesOneModel(_ form: OneModelForm, names: String) -> String {
    let several = "모델이 여러 개입니다: \(names)"
    return switch form {
    case .onnx:
      "ONNX 파일에는 모델을 하나만 넣을 수 있는데 \(several). --model로 고르거나 -o로 폴더를 지정하세요"
    case .package: "패키지에는 모델을 하나만 넣을 수 있는데 \(several). --model로 고르세요"
    case .project: "프로젝트에서는 모델을 하나만 학습할 수 있는데 \(several). --model로 고르세요"
    }
  }

  func softmaxNeedsScores(_ model: String, output: String) -> String {
    "--softmax 옵션에는 점수가 필요하지만, \(model) 모델의 출력은 모양이 \(output)인 특성입니다"
  }

  func cannotTrain(_ model: String, _ reason: UntrainableNetwork) -> String {
    "\(model) 모델을 학습할 수 없습니다: \(words(for: reason))"
  }

  private func words(for reason: UntrainableNetwork) -> String {
    switch reason {
    case .noWeights: "가중치가 없습니다"
    case .noClasses(let output): "클래스가 없고, 출력은 모양이 \(output)인 특성입니다"
    case .fewClasses(let output):
      "출력의 모양이 \(output)인데, 분류기에는 클래스가 둘 이상 필요합니다"
    case .channels(let channels):
      "입력 채널이 \(channels)개인데, 이미지의 채널은 1개(흑백)나 3개(컬러)입니다"
    }
  }

  func cannotExplain(
    _ model: String, output: String, _ reason: ONNXExplanation.Refusal
  ) -> String {
    switch reason {
    case .noClasses:
      "--explain 옵션에는 클래스가 필요하지만, \(model) 모델의 출력은 모양이 \(output)인 특성입니다"
    case .noMap:
      "--explain 옵션에는 특성맵이 필요하지만, \(model) 모델에는 특성맵을 출력하는 층이 없습니다"
    case .layer(let layer, let notation):
      "\(layer) 층(\(notation))의 기울기를 기본 연산자로 나타낼 수 없어 --explain 옵션을 쓸 수 없습니다. "
        + "이 네트워크의 답은 `vgg look` 명령으로 설명할 수 있습니다"
    }
  }

  func runtimeIsUnknown(for folder: String) -> String {
    "\(folder) 폴더의 패키지가 쓸 vggc 패키지를 지정하세요: --runtime PATH 또는 --runtime URL"
  }
}

extension Language {
  /// The messages of `vggc emit` in this language.
  var emitPhrases: any EmitPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
