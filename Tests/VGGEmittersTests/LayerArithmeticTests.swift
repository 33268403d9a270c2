import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGEmitters

@Suite struct LayerArithmeticTests {
  @Test(arguments: [
    ("features: [64]", "size: floor((32 + 2*1 - 3)/1) + 1 = 32"),
    ("features: [64]", "parameters: 64 * (3*3*3) + 64 = 1,792"),
    ("features: [64]", "MACs: 64 * 32 * 32 * (3*3*3) = 1,769,472"),
    ("features: [64, 64]", "receptive field: 5x5 pixels, jump 1"),
    ("features: [{conv: 64, bias: false}]", "parameters: 64 * (3*3*3) = 1,728"),
    ("features: [{conv: 8, kernel: 5, stride: 3}]", "size: floor((32 + 2*2 - 5)/3) + 1 = 11"),
    ("features: [M]", "size: floor((32 + 2*0 - 2)/2) + 1 = 16"),
    ("features: [{maxpool: 3, stride: 2, ceil: true}]", "size: ceil((32 + 2*0 - 3)/2) + 1 = 16"),
    // PyTorch drops a last window that would start past the input: 33 + 1 <= 17 * 2.
    (
      "input: [1, 33, 33]\nfeatures: [{maxpool: 2, stride: 2, padding: 1, ceil: true}]",
      "size: ceil((33 + 2*1 - 2)/2) + 1 - 1 = 17: the last window would start past the map"
    ),
    ("input: [3, 9, 7]\nfeatures: [8]", "rows: floor((9 + 2*1 - 3)/1) + 1 = 9"),
    ("input: [3, 9, 7]\nfeatures: [8]", "columns: floor((7 + 2*1 - 3)/1) + 1 = 7"),
    ("features: [8]\nbatch_norm: true", "parameters: 2 * 8 = 16"),
    ("features: [LRN]", "each value: x / (2 + 0.0005/5 * (sum of squares over 5 channels))^0.75"),
    ("features: [8]\navgpool: 4", "rows: 32 / 4 = 8 per mean"),
    ("features: [8]\navgpool: 7", "rows: floor(i*32/7) to ceil((i + 1)*32/7) - 1 for mean i"),
    ("features: [M]", "values: 3 * 16 * 16 = 768"),
    ("features: [M]\nclassifier: {hidden: []}", "parameters: 1000 * 768 + 1000 = 769,000"),
    (
      "features: [M]\nclassifier: [{linear: {out: 5, bias: false}}]", "parameters: 5 * 768 = 3,840"
    ),
  ])
  func line(_ configuration: String, _ expected: String) throws {
    let input = configuration.hasPrefix("input") ? "" : "input: [3, 32, 32]\n"
    let layers = try graph(input + configuration).layers
    let lines = layers.flatMap { $0.kind.swift.arithmetic(of: $0) }.map {
      "\($0.quantity): \($0.formula)"
    }
    #expect(lines.contains(expected), "\(lines)")
  }
}
