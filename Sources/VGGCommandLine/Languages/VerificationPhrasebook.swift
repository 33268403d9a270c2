import VGGDiagnostics
import VGGPhrasebooks

/// The texts of `vggc verify`; the words of other projects' programs that it runs stay in their language.
package protocol VerificationPhrasebook: Sendable {
  func name(of backend: BackendID) -> String
  /// The remark that a backend is run.
  func running(_ backend: BackendID, _ model: String) -> String
  /// The remark that the emitted package is built.
  func building(_ package: String) -> String
  /// The input, and the file or the seed of the weights.
  func subject(input: String, weights: String) -> String
  func seed(_ seed: UInt64) -> String
  /// The headings for a backend, its version, and the largest difference from the reference.
  var backendColumns: [String] { get }
  /// The headings for a layer and its notation.
  var layerColumns: [String] { get }
  /// The backend that the others are compared with.
  var reference: String { get }
  /// A difference from values that are not finite, or from another number of values.
  var notFinite: String { get }
  /// The reason why a backend has no answer.
  func words(for fault: BackendFault) -> String
  func notInstalled(_ reason: String) -> String
  func failed(_ reason: String) -> String
  func differences(_ output: String, layersUpTo layer: String) -> String
  var nothingToCompare: String { get }
  func verdict(isSound: Bool, tolerance: String) -> String
}

extension English: VerificationPhrasebook {
  package func name(of backend: BackendID) -> String {
    switch backend {
    case .native: "native (vgg)"
    case .swift: "emitted Swift"
    case .onnxruntime: "ONNX Runtime"
    case .pytorch: "PyTorch"
    }
  }

  package func running(_ backend: BackendID, _ model: String) -> String {
    "\(model): running \(name(of: backend))"
  }

  package func building(_ package: String) -> String {
    "building the emitted package in \(package); the first build takes minutes"
  }

  package func subject(input: String, weights: String) -> String {
    "one image of \(input), weights from \(weights)"
  }

  package func seed(_ seed: UInt64) -> String { "seed \(seed)" }

  package var backendColumns: [String] { ["backend", "version", "largest difference"] }

  package var layerColumns: [String] { ["layer", "ends in"] }

  package var reference: String { "reference for the others" }

  package var notFinite: String { "not finite" }

  package func words(for fault: BackendFault) -> String { fault.reason }

  package func notInstalled(_ reason: String) -> String { "not installed: \(reason)" }

  package func failed(_ reason: String) -> String { "failed: \(reason)" }

  package func differences(_ output: String, layersUpTo layer: String) -> String {
    "\(output), layers up to \(layer)"
  }

  package var nothingToCompare: String {
    "fewer than two backends answered, so there is nothing to compare"
  }

  package func verdict(isSound: Bool, tolerance: String) -> String {
    (isSound ? "all" : "not all") + " within \(tolerance) of the largest value"
  }
}

extension Korean: VerificationPhrasebook {
  package func name(of backend: BackendID) -> String {
    switch backend {
    case .native: "네이티브(vgg)"
    case .swift: "생성한 Swift"
    case .onnxruntime: "ONNX Runtime"
    case .pytorch: "PyTorch"
    }
  }

  package func running(_ backend: BackendID, _ model: String) -> String {
    "\(model): \(name(of: backend)) 백엔드를 실행합니다"
  }

  package func building(_ package: String) -> String {
    "생성한 패키지를 빌드합니다. 처음에는 몇 분 걸립니다: \(package)"
  }

  package func subject(input: String, weights: String) -> String {
    "크기가 \(input)인 이미지 한 장, 가중치: \(weights)"
  }

  package func seed(_ seed: UInt64) -> String { "시드 \(seed)" }

  package var backendColumns: [String] { ["백엔드", "버전", "가장 큰 차이"] }

  package var layerColumns: [String] { ["층", "마지막 연산"] }

  package var reference: String { "비교의 기준" }

  package var notFinite: String { "유한하지 않음" }

  package func words(for fault: BackendFault) -> String {
    switch fault {
    case .noCache: "패키지를 홈 폴더의 캐시에서 빌드하지만 홈 폴더가 없습니다"
    case .unknownFolder: "vggc가 있는 폴더를 찾을 수 없습니다"
    case .noRunner(let folder): "vggc가 있는 폴더에 vgg가 없습니다: \(folder)"
    case .noProgram(let program): "\(program) 프로그램을 찾을 수 없습니다"
    case .noModule(let module, let python): "\(python)에 \(module) 모듈이 없습니다"
    case .notStarted(let program, let reason):
      "\(program) 프로그램을 시작할 수 없습니다: \(KoreanFindings().writingReason(reason))"
    case .exited(let status): "종료 상태 \(status)"
    case .unwritten(let path, let refusal): cannotWrite(path, refusal)
    case .weights(let error): words(for: error)
    case .otherTensors(let names): "PyTorch 모듈과 가중치의 텐서 이름이 다릅니다: \(names)"
    case .noOutput(let layer): "네트워크의 출력인 \(layer) 층의 값을 출력하지 않았습니다"
    case .unavailable(let words, let program): "\(program): \(words)"
    case .quoted(let words): words
    }
  }

  package func notInstalled(_ reason: String) -> String { "설치되지 않음: \(reason)" }

  package func failed(_ reason: String) -> String { "실패: \(reason)" }

  package func differences(_ output: String, layersUpTo layer: String) -> String {
    "\(output), 층에서 최대 \(layer)"
  }

  package var nothingToCompare: String { "결과를 낸 백엔드가 둘보다 적어 비교할 수 없습니다" }

  package func verdict(isSound: Bool, tolerance: String) -> String {
    isSound
      ? "차이가 모두 가장 큰 값의 \(tolerance)배 이하입니다" : "가장 큰 값의 \(tolerance)배를 넘는 차이가 있습니다"
  }
}

extension Language {
  /// The texts of `vggc verify` in this language.
  package var verificationPhrases: any VerificationPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
