import VGGTestSupport

/// Small networks for property tests, equal for equal seeds.
struct RandomNetwork {
  var generator: SeededGenerator
  /// Whether the last network that was made rounds a pooling up.
  private(set) var hasCeil = false

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// A configuration that works for a square input of the given side, at least 40.
  mutating func configuration(input side: Int) -> String {
    hasCeil = false
    var elements: [String] = []
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      elements.append(element(ofShrinking: elements))
    }
    let pool = Int.random(in: 0..<4, using: &generator) == 0 ? "avgpool: [2, 3]\n" : ""
    return "input: [3, \(side), \(side)]\nbatch_norm: \(Bool.random(using: &generator))\n"
      + "features:\n\(elements.map { "  - \($0)\n" }.joined())\(pool)"
      + "classifier: {hidden: [5], classes: 3}\n"
  }

  private mutating func element(ofShrinking earlier: [String]) -> String {
    let strides = earlier.count { $0.contains("stride: 2") || $0 == "M" }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0 where strides < 3: return "M"
    case 1 where strides < 3:
      let ceil = Bool.random(using: &generator)
      hasCeil = hasCeil || ceil
      let padding = Int.random(in: 0...1, using: &generator)
      return "{maxpool: 3, stride: 2, padding: \(padding), ceil: \(ceil)}"
    case 2 where strides < 3: return "{conv: 4, kernel: 5, stride: 2, padding: 1}"
    case 3: return "{conv: 6, kernel: 3, padding: \(Int.random(in: 0...2, using: &generator))}"
    case 4: return "{avgpool: 2, stride: 1}"
    default:
      return ["LRN", "conv1-3", "7", "{dropout: 0.1}"].randomElement(using: &generator) ?? "7"
    }
  }
}
