import VGGDiagnostics
import VGGWeights

/// The texts of the list of a weight file's tensors.
package protocol WeightListPhrasebook: Sendable {
  func weightFile(_ path: String, _ container: WeightContainer, tensors: Int) -> String
  /// - Parameters:
  ///   - statistics: The number of batch normalisation's running means and variances.
  ///   - size: The bytes of all tensors, with their unit.
  func parameters(_ count: Int, statistics: Int, size: String) -> String
  /// The headings for a tensor's name, shape and type, its minimum, maximum, mean and deviation, and its numbers of NaNs and
  /// infinities.
  var tensorColumns: [String] { get }
}

extension English: WeightListPhrasebook {
  package func weightFile(_ path: String, _ container: WeightContainer, tensors: Int) -> String {
    "\(path): \(container.inWords), \(counted(tensors, "tensor"))"
  }

  package func parameters(_ count: Int, statistics: Int, size: String) -> String {
    counted(count, "parameter")
      + (statistics > 0 ? " and \(counted(statistics, "value")) of batch norm statistics" : "")
      + ", \(size)"
  }

  package var tensorColumns: [String] {
    ["tensor", "shape", "type", "min", "max", "mean", "std", "NaN", "inf"]
  }
}

extension Korean: WeightListPhrasebook {
  package func weightFile(_ path: String, _ container: WeightContainer, tensors: Int) -> String {
    "\(path): \(name(of: container)), 텐서 \(grouped(tensors))개"
  }

  private func name(of container: WeightContainer) -> String {
    switch container {
    case .safetensors: "safetensors 파일"
    case .pyTorchZip: "PyTorch 파일(zip 압축 파일)"
    case .pyTorchStream: "PyTorch 파일(1.6 이전의 pickle 스트림)"
    }
  }

  package func parameters(_ count: Int, statistics: Int, size: String) -> String {
    "매개변수 \(grouped(count))개"
      + (statistics > 0 ? ", 배치 정규화의 통계량 \(grouped(statistics))개" : "") + ", \(size)"
  }

  package var tensorColumns: [String] {
    ["텐서", "모양", "자료형", "최소", "최대", "평균", "표준편차", "NaN", "무한대"]
  }
}

extension Language {
  /// The texts of the list of a weight file's tensors in this language.
  package var weightListPhrases: any WeightListPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
