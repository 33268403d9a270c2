import Testing
import VGGCompute
import VGGTestSupport

@Suite struct SlidingWindowTests {
  @Test func outputSizesAreThoseOfTheTable() throws {
    for line in try WindowCase.all() {
      let window = SlidingWindow(
        kernel: line.kernel, stride: line.stride, padding: line.padding, dilation: line.dilation,
        ceil: line.ceil)
      #expect(window.outputHeight(line.size) == line.output ?? 0, "\(line)")
    }
  }
}
