import VGGDiagnostics
import VGGMarkup

/// The texts of `vggc weights check` and other commands about the fit of a file's tensors to a
/// network.
package protocol WeightFitPhrasebook: Sendable {
  var weightFitTexts: WeightFitTexts { get }
  func fits(_ file: String, _ model: String, tensors: Int) -> String
  /// - Parameters:
  ///   - missing: The number of tensors that the file does not have.
  ///   - other: The number of tensors that have a different shape or type in the file.
  func doesNotFit(_ file: String, _ model: String, tensors: Int, missing: Int, other: Int) -> String
  func noWeights(_ type: String) -> String
  /// A shape in the notation of layers: `64x3x3x3`.
  func dimensions(_ shape: [Int]) -> String
}

/// The constant texts of the table of tensors.
package struct WeightFitTexts: Sendable {
  package let columns: [String]
  package let missing: String
  package let notRead: String
}

extension English: WeightFitPhrasebook {
  package var weightFitTexts: WeightFitTexts {
    WeightFitTexts(
      columns: ["tensor", "layer", "network", "file"], missing: "missing", notRead: "not read")
  }

  package func fits(_ file: String, _ model: String, tensors: Int) -> String {
    "\(file) fits \(model): all \(counted(tensors, "tensor"))"
  }

  package func doesNotFit(
    _ file: String, _ model: String, tensors: Int, missing: Int, other: Int
  ) -> String {
    let parts = [
      missing > 0 ? "\(grouped(missing)) \(missing == 1 ? "is" : "are") missing" : nil,
      other > 0
        ? "\(grouped(other)) \(other == 1 ? "has" : "have") a different shape or type" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    return "\(file) does not fit \(model): of \(counted(tensors, "tensor")), \(parts)"
  }

  package func noWeights(_ type: String) -> String { "\(type), not a weight type" }

  package func dimensions(_ shape: [Int]) -> String {
    shape.isEmpty ? "a single number" : shape.map(String.init).joined(separator: "x")
  }
}

extension Korean: WeightFitPhrasebook {
  package var weightFitTexts: WeightFitTexts {
    WeightFitTexts(columns: ["텐서", "층", "네트워크", "파일"], missing: "없음", notRead: "쓰지 않음")
  }

  package func fits(_ file: String, _ model: String, tensors: Int) -> String {
    "\(file) 파일이 \(model) 네트워크에 맞습니다: 텐서 \(grouped(tensors))개 모두"
  }

  package func doesNotFit(
    _ file: String, _ model: String, tensors: Int, missing: Int, other: Int
  ) -> String {
    let parts = [
      missing > 0 ? "없음 \(grouped(missing))개" : nil,
      other > 0 ? "모양이나 자료형이 다름 \(grouped(other))개" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    return "\(file) 파일이 \(model) 네트워크에 맞지 않습니다: 텐서 \(grouped(tensors))개 가운데 \(parts)"
  }

  package func noWeights(_ type: String) -> String { "\(type), 가중치 자료형이 아님" }

  package func dimensions(_ shape: [Int]) -> String {
    shape.isEmpty ? "수 하나" : shape.map(String.init).joined(separator: "x")
  }
}

extension Language {
  /// The language's texts about the fit of weights.
  package var weightFitPhrases: any WeightFitPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
