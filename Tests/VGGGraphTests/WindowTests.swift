import Testing
import VGGGraph
import VGGTestSupport

@Suite struct WindowTests {
  /// Kernel, stride, padding, ceil, input, output.
  static let table: [(Int, Int, Int, Bool, Int, Int?)] = [
    (3, 1, 1, false, 224, 224), (2, 2, 0, false, 224, 112), (2, 2, 0, false, 7, 3),
    (2, 2, 0, true, 7, 4),
    (2, 2, 0, false, 1, nil), (2, 2, 0, true, 1, 1), (1, 1, 0, false, 1, 1),
    (11, 4, 2, false, 224, 55),
    (3, 2, 1, true, 75, 38), (3, 1, 1, false, 1, 1), (3, 1, 0, false, 2, nil),
    (3, 2, 0, true, 300, 150),
    // PyTorch's last window must start inside the input or its left padding.
    (2, 3, 1, true, 5, 2), (1, 3, 0, true, 3, 1), (2, 2, 1, true, 2, 2),
  ]

  @Test(arguments: table)
  func outputSize(kernel: Int, stride: Int, padding: Int, ceil: Bool, input: Int, output: Int?) {
    let window = Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
    #expect(window.outputSize(input) == output)
  }

  @Test(arguments: [
    ("8", "conv3-8"), ("{conv: 8, kernel: 5}", "conv5-8"), ("{conv: 8, stride: 2}", "conv3-8 /2"),
    ("{conv: 8, kernel: 5, stride: 2, padding: 0}", "conv5-8 /2 pad 0"),
    ("M", "maxpool"), ("{maxpool: 3}", "maxpool3"), ("{maxpool: 3, stride: 2}", "maxpool3 /2"),
    ("{maxpool: 2, stride: 1}", "maxpool2 /1"), ("{maxpool: 2, ceil: true}", "maxpool2 ceil"),
    ("{maxpool: 3, stride: 2, padding: 1, ceil: true}", "maxpool3 /2 pad 1 ceil"),
    ("{avgpool: 2, stride: 2}", "avgpool"), ("{avgpool: 4}", "avgpool4"),
  ])
  func notationShowsWhatIsUnusual(entry: String, notation: String) throws {
    let graph = try #require(compile("input: [3, 32, 32]\nfeatures: [\(entry)]\n").graphs.first)
    #expect(graph.layers.first?.kind.notation == notation)
  }

  /// Places windows one after the other and counts those that fit, instead of dividing. Rounding
  /// up, a window may reach past the far edge by less than a stride, if it starts inside.
  private func countedOutput(_ window: Window, _ size: Int) -> Int? {
    var count = 0
    var start = -window.padding
    while true {
      let end = start + window.kernel
      let fits =
        window.ceil
        ? start < size && end - window.stride < size + window.padding
        : end <= size + window.padding
      guard fits else { break }
      count += 1
      start += window.stride
    }
    return count == 0 ? nil : count
  }

  @Test func outputSizeAgreesWithCountingWindows() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let kernel = Int.random(in: 1...9, using: &generator)
      let window = Window(
        kernel: kernel, stride: .random(in: 1...6, using: &generator),
        padding: .random(in: 0...(kernel / 2), using: &generator), ceil: .random(using: &generator))
      let size = Int.random(in: 1...64, using: &generator)
      #expect(window.outputSize(size) == countedOutput(window, size), "\(window) of \(size)")
    }
  }

  @Test func smallestInputIsTheFirstThatGivesEnough() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<5_000 {
      let kernel = Int.random(in: 1...9, using: &generator)
      let window = Window(
        kernel: kernel, stride: .random(in: 1...6, using: &generator),
        padding: .random(in: 0...(kernel / 2), using: &generator), ceil: .random(using: &generator))
      let output = Int.random(in: 1...20, using: &generator)
      let searched = (1...1_000).first { (window.outputSize($0) ?? 0) >= output }
      #expect(window.smallestInput(forOutput: output) == searched, "\(window) to \(output)")
    }
  }

  @Test(arguments: [
    (2, 2, 0, 7, 1), (2, 2, 0, 8, 0), (3, 3, 0, 11, 2), (3, 2, 1, 7, 0), (3, 2, 0, 8, 1),
  ])
  func rowsThatNoWindowCovers(kernel: Int, stride: Int, padding: Int, size: Int, uncovered: Int) {
    #expect(Window(kernel: kernel, stride: stride, padding: padding).uncovered(size) == uncovered)
  }
}
