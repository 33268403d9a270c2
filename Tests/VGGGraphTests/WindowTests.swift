import Testing
import VGGGraph
import VGGTestSupport

@Suite struct WindowTests {
  @Test func outputSizesAreThoseOfTheTable() throws {
    for line in try WindowCase.all() {
      let window = WindowAxis(
        kernel: line.kernel, stride: line.stride, padding: line.padding, dilation: line.dilation,
        ceil: line.ceil)
      #expect(window.outputSize(line.size) == line.output, "\(line)")
    }
  }

  @Test(arguments: [
    ("8", "conv3-8"), ("{conv: 8, kernel: 5}", "conv5-8"), ("{conv: 8, stride: 2}", "conv3-8 /2"),
    ("{conv: 8, kernel: 5, stride: 2, padding: 0}", "conv5-8 /2 pad 0"),
    ("M", "maxpool"), ("{maxpool: 3}", "maxpool3"), ("{maxpool: 3, stride: 2}", "maxpool3 /2"),
    ("{maxpool: 2, stride: 1}", "maxpool2 /1"), ("{maxpool: 2, ceil: true}", "maxpool2 ceil"),
    ("{maxpool: 3, stride: 2, padding: 1, ceil: true}", "maxpool3 /2 pad 1 ceil"),
    ("{avgpool: 2, stride: 2}", "avgpool"), ("{avgpool: 4}", "avgpool4"),
    ("{conv: 8, kernel: [3, 5]}", "conv3x5-8"), ("{conv: 8, dilation: 2}", "conv3-8 dilation 2"),
    ("{conv: 6, groups: 3}", "conv3-6 groups 3"),
    (
      "{conv: 8, dilation: [1, 2], stride: [2, 1], padding: valid}",
      "conv3-8 dilation 1x2 /2x1 pad 0"
    ),
    ("{conv: 6, groups: depthwise, padding: same}", "conv3-6 groups 3"),
    ("{maxpool: [2, 1]}", "maxpool2x1"), ("{maxpool: [3, 2], stride: 2}", "maxpool3x2 /2"),
    ("{avgpool: 3, padding: 1, count_padding: false}", "avgpool3 pad 1 uncounted"),
    ("{avgpool: 3, count_padding: false}", "avgpool3"),
  ])
  func notationShowsWhatIsUnusual(entry: String, notation: String) throws {
    let graph = try #require(compile("input: [3, 32, 32]\nfeatures: [\(entry)]\n").graphs.first)
    #expect(graph.layers.first?.kind.notation == notation)
  }

  /// Places windows one after the other and counts those that fit, instead of dividing. When
  /// rounding up, a window may reach past the far edge by less than a stride, if it starts inside.
  private func countedOutput(_ window: WindowAxis, _ size: Int) -> Int? {
    var count = 0
    var start = -window.padding
    while true {
      let end = start + window.extent
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
      let window = WindowAxis(
        kernel: kernel, stride: .random(in: 1...6, using: &generator),
        padding: .random(in: 0...(kernel / 2), using: &generator),
        dilation: .random(in: 1...3, using: &generator), ceil: .random(using: &generator))
      let size = Int.random(in: 1...64, using: &generator)
      #expect(window.outputSize(size) == countedOutput(window, size), "\(window) of \(size)")
    }
  }

  @Test func smallestInputIsTheFirstThatGivesEnough() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<5_000 {
      let kernel = Int.random(in: 1...9, using: &generator)
      let window = WindowAxis(
        kernel: kernel, stride: .random(in: 1...6, using: &generator),
        padding: .random(in: 0...(kernel / 2), using: &generator),
        dilation: .random(in: 1...3, using: &generator), ceil: .random(using: &generator))
      let output = Int.random(in: 1...20, using: &generator)
      let searched = (1...1_000).first { (window.outputSize($0) ?? 0) >= output }
      #expect(window.smallestInput(forOutput: output) == searched, "\(window) to \(output)")
    }
  }

  @Test(arguments: [
    (2, 2, 0, 7, 1), (2, 2, 0, 8, 0), (3, 3, 0, 11, 2), (3, 2, 1, 7, 0), (3, 2, 0, 8, 1),
  ])
  func rowsThatNoWindowCovers(kernel: Int, stride: Int, padding: Int, size: Int, uncovered: Int) {
    let window = WindowAxis(kernel: kernel, stride: stride, padding: padding)
    #expect(window.uncovered(size) == uncovered)
  }

  /// Chains of windows, checked by trying every size.
  @Test(arguments: 0..<40) func chainsAgreeWithTryingEverySize(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let chain = WindowChain(
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        let kernel = Int.random(in: 1...5, using: &generator)
        return WindowAxis(
          kernel: kernel, stride: .random(in: 1...3, using: &generator),
          padding: .random(in: 0...(kernel / 2), using: &generator),
          dilation: .random(in: 1...3, using: &generator),
          ceil: .random(using: &generator))
      })
    let outputs = (0...2_000).map { $0 == 0 ? nil : chain.outputSize($0) }
    for output in 1...4 {
      #expect(chain.smallestInput(forOutput: output) == outputs.firstIndex { ($0 ?? 0) >= output })
      let first = outputs.firstIndex(of: output)
      let last = outputs.lastIndex(of: output)
      let expected = first.flatMap { first in last.map { first...$0 } }
      #expect(chain.inputs(forOutput: output) == expected)
    }
    for size in 1...40 { #expect((chain.firstOversized(size) == nil) == (outputs[size] != nil)) }
  }

  @Test func aChainSaysWhichWindowDoesNotFit() throws {
    let pool = WindowAxis(kernel: 2, stride: 2, padding: 0)
    let misfit = try #require(WindowChain([pool, pool, pool]).firstOversized(7))
    #expect(misfit == (2, 1))
    #expect(WindowChain([pool, pool, pool]).firstOversized(8) == nil)
  }

  @Test func noImageIsLargeEnough() {
    let pool = WindowAxis(kernel: 1_024, stride: 1_024, padding: 0)
    #expect(WindowChain([pool, pool]).smallestInput() == 1_048_576)
    #expect(WindowChain([pool, pool, pool]).smallestInput() == nil)
    #expect(WindowChain([pool, pool, pool]).inputs(forOutput: 1) == nil)
    #expect(WindowChain([pool]).smallestInput(forOutput: .max) == nil)
  }
}
