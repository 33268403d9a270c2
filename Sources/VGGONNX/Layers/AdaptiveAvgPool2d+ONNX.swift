import VGGGraph
import VGGSpec

extension AdaptiveAvgPool2d: ONNXLayer {
  /// Uses an ordinary average pool along an axis with even bins, and the product with a matrix of the
  /// bins along one with uneven bins. The mean of a rectangle is the mean of its rows' means, so the
  /// axes can be averaged one after the other. An axis that keeps its size needs neither, and a pool
  /// that keeps both has no operators.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    let (input, output) = (input.map, output.map)
    let rows = AveragingBins(input: input.height, output: output.height)
    let columns = AveragingBins(input: input.width, output: output.width)
    let even = [rows, columns].map { $0.isEven ? $0.input / $0.output : 1 }
    var height = input.height / even[0]
    let width = input.width / even[1]
    var operations: [Operation] = []
    if even != [1, 1] {
      operations.append(
        Operation(
          "AveragePool",
          attributes: [.integers("kernel_shape", even), .integers("strides", even)],
          giving: [input.channels, height, width]))
    }
    if !rows.isEven {
      height = output.height
      operations.append(
        Operation(
          "MatMul",
          [
            .constant(Constant(name: "rows", content: .bins(rows, isTransposed: false))), .previous,
          ], giving: [input.channels, height, width]))
    }
    if !columns.isEven {
      operations.append(
        Operation(
          "MatMul",
          [
            .previous,
            .constant(Constant(name: "columns", content: .bins(columns, isTransposed: true))),
          ], giving: [input.channels, height, output.width]))
    }
    return operations
  }
}

extension AveragingBins {
  fileprivate var isEven: Bool { AdaptiveAvgPool2d.isEven(input: input, output: output) }
}
