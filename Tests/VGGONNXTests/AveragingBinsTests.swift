import Testing

@testable import VGGONNX

@Suite struct AveragingBinsTests {
  /// Every row sums to 1 and covers its bin, whose ends are those in PyTorch's documentation.
  @Test func rowsAreMeans() {
    for input in 1...20 {
      for output in 1...20 {
        let bins = AveragingBins(input: input, output: output)
        let matrix = bins.matrix(isTransposed: false)
        let turned = bins.matrix(isTransposed: true)
        for row in 0..<output {
          let start = Int((Double(row * input) / Double(output)).rounded(.down))
          let end = Int((Double((row + 1) * input) / Double(output)).rounded(.up))
          for place in 0..<input {
            let expected = (start..<end).contains(place) ? 1 / Float(end - start) : 0
            #expect(matrix[row * input + place] == expected)
            #expect(turned[place * output + row] == expected)
          }
        }
      }
    }
  }
}
