import VGGTestSupport

/// Small sound networks of every layer kind in any order, the same for the same seed.
enum RandomNetwork {
  static func configuration(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let features = (0..<Int.random(in: 1...8, using: &random)).map { _ in feature(&random) }
    let pool = Bool.random(using: &random) ? "none" : "\(Int.random(in: 1...4, using: &random))"
    return """
      name: random \(seed)
      input: [\(Int.random(in: 1...4, using: &random)), \(side(&random)), \(side(&random))]
      batch_norm: \(Bool.random(using: &random))
      features: [\(features.joined(separator: ", "))]
      avgpool: \(pool)
      classifier: [\(classifier(&random).joined(separator: ", "))]
      """
  }

  /// Enough for eight elements that halve the map.
  private static func side(_ random: inout SeededGenerator) -> Int {
    Int.random(in: 600...700, using: &random)
  }

  private static func feature(_ random: inout SeededGenerator) -> String {
    let channels = Int.random(in: 1...9, using: &random)
    let (kernel, stride) = (
      Int.random(in: 1...3, using: &random), Int.random(in: 1...2, using: &random)
    )
    let flag = Bool.random(using: &random)
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: "M"
    case 1: "LRN"
    case 2: "{dropout: 0.25}"
    case 3: "conv1-\(channels)"
    case 4: "{conv: \(channels), kernel: \(kernel), stride: \(stride), bias: \(flag)}"
    case 5: "{maxpool: \(kernel), stride: \(stride), padding: \(kernel / 2), ceil: \(flag)}"
    case 6: "{avgpool: \(kernel), stride: \(stride)}"
    default: "\(channels)"
    }
  }

  private static func classifier(_ random: inout SeededGenerator) -> [String] {
    let layers = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      ["relu", "softmax", "dropout: 0.5", "linear: 3", "linear: {out: 4, bias: false}"]
        .randomElement(using: &random) ?? "relu"
    }
    return (layers + ["linear: 2"]).map { $0.contains(":") ? "{\($0)}" : $0 }
  }
}
