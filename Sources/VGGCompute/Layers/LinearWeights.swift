import VGGKernels
import VGGWeights

/// The layout of a fully connected layer's weights in memory while a program runs.
package enum LinearLayout: String, Hashable, Sendable {
  /// Outputs x inputs, at their place in the source.
  case inPlace
  /// Outputs x inputs, copied to huge pages, which memory delivers faster than the small pages of a
  /// mapped file.
  case rows
  /// By columns, for few images: columns that would only be multiplied by zeros are not read.
  case columns
  /// By panels of outputs, for many images: they use the kernel of the convolutions' products.
  case panels

  /// The layout with the fastest runs of `layer`, if its weights may be copied.
  package static func fastest(of layer: FullyConnected, largestBatch: Int) -> LinearLayout {
    if largestBatch > imagesWorthColumns { return .panels }
    return layer.outputs >= outputsWorthColumns ? .columns : .rows
  }

  /// With more images few columns can be skipped, since every image would have to have a zero there.
  private static let imagesWorthColumns = 3

  /// Shorter columns are not worth reading separately.
  private static let outputsWorthColumns = 256

  /// Bytes of scratch that a run of `layer` needs.
  package func scratchBytes(
    of layer: FullyConnected, _ instructionSet: InstructionSet, threads: Int
  ) -> Int {
    switch self {
    case .inPlace, .rows: 0
    case .columns:
      vgg_columns_scratch_bytes(layer.kernelBatch, layer.kernelInputs, layer.kernelOutputs)
    case .panels:
      vgg_panels_scratch_bytes(
        instructionSet.value, Int32(threads), layer.kernelBatch, layer.kernelInputs)
    }
  }
}

/// A fully connected layer's weights in a ``LinearLayout``.
package struct LinearWeights: Sendable {
  private let matrix: Matrix
  private let bias: WeightTensor?

  private enum Matrix: Sendable {
    case inPlace(WeightTensor)
    case rows(AlignedMemory)
    case columns(AlignedMemory)
    case panels(AlignedMemory)
  }

  /// Takes the tensor `name.weight`, outputs x inputs, and if the layer has a bias `name.bias`.
  package init(
    _ layer: FullyConnected, _ name: String, hasBias: Bool, layout: LinearLayout, on team: Team,
    from weights: some WeightSource
  ) throws {
    let tensor = try weights.tensor("\(name).weight", shape: [layer.outputs, layer.inputs])
    bias = hasBias ? try weights.tensor("\(name).bias", shape: [layer.outputs]) : nil
    switch layout {
    case .inPlace: matrix = .inPlace(tensor)
    case .rows: matrix = .rows(try Self.rows(of: tensor))
    case .columns:
      // A zero times an infinite weight is NaN, which skipping the zero would hide.
      if let columns = try Self.columns(of: tensor, layer, team) {
        matrix = .columns(columns)
      } else {
        matrix = .rows(try Self.rows(of: tensor))
      }
    case .panels: matrix = .panels(try Self.panels(of: tensor, layer, team))
    }
  }

  /// Computes `output` from `input`, both plain.
  ///
  /// - Parameters:
  ///   - scratch: memory of the size that ``LinearLayout/scratchBytes(of:_:threads:)`` returns.
  ///   - activation: the activation of the results, in a layer without ReLU.
  package func run(
    _ layer: FullyConnected, on team: Team, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer,
    activation: ActivationFunction? = nil
  ) {
    withBias { bias in
      switch matrix {
      case .inPlace(let tensor):
        tensor.withUnsafeValues {
          layer.run(
            on: team, weights: $0.baseAddress, bias: bias, from: input, to: output,
            activation: activation)
        }
      case .rows(let memory):
        layer.run(
          on: team, weights: memory.floats, bias: bias, from: input, to: output,
          activation: activation)
      case .columns(let memory):
        activation.withKernel {
          require(
            vgg_linear_columns(
              team.pointer, layer.kernelBatch, layer.kernelInputs, layer.kernelOutputs,
              layer.hasReLU, $0, memory.floats, bias, input, output, scratch))
        }
      case .panels(let memory):
        activation.withKernel {
          require(
            vgg_linear_panels(
              team.pointer, layer.kernelBatch, layer.kernelInputs, layer.kernelOutputs,
              layer.hasReLU, $0, memory.floats, bias, input, output, scratch))
        }
      }
    }
  }

  private func withBias(_ body: (UnsafePointer<Float>?) -> Void) {
    guard let bias else { return body(nil) }
    bias.withUnsafeValues { body($0.baseAddress) }
  }

  private static func rows(of tensor: WeightTensor) throws(ComputeError) -> AlignedMemory {
    let size = MemoryLayout<Float>.size
    let memory = try AlignedMemory.reserved(tensor.count * size)
    let target = UnsafeMutableRawBufferPointer(start: memory.base, count: memory.byteCount)
    // Part by part, so that file and copy are never in memory together as a whole.
    let part = 8 << 20
    for start in stride(from: 0, to: tensor.count, by: part) {
      let bytes = start * size..<min(start + part, tensor.count) * size
      tensor.withUnsafeValues { values in
        UnsafeMutableRawBufferPointer(rebasing: target[bytes]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(values)[bytes]))
      }
      tensor.releasePages(of: start..<min(start + part, tensor.count))
    }
    return memory
  }

  /// `nil` if a weight is not finite.
  private static func columns(
    of tensor: WeightTensor, _ layer: FullyConnected, _ team: Team
  ) throws(ComputeError) -> AlignedMemory? {
    let (inputs, outputs) = (layer.kernelInputs, layer.kernelOutputs)
    let memory = try AlignedMemory.reserved(vgg_columns_bytes(inputs, outputs))
    var isFinite = true
    packRows(of: tensor, layer) { first, rows, weights in
      isFinite =
        isFinite
        && vgg_columns_pack(team.pointer, inputs, outputs, first, rows, weights, memory.floats)
    }
    return isFinite ? memory : nil
  }

  private static func panels(
    of tensor: WeightTensor, _ layer: FullyConnected, _ team: Team
  ) throws(ComputeError) -> AlignedMemory {
    let (inputs, outputs) = (layer.kernelInputs, layer.kernelOutputs)
    let memory = try AlignedMemory.reserved(
      vgg_panels_bytes(team.instructionSet.value, inputs, outputs))
    packRows(of: tensor, layer) { first, rows, weights in
      vgg_panels_pack(team.pointer, inputs, first, rows, weights, memory.floats)
    }
    return memory
  }

  /// Passes a few rows at a time to `pack`, so that the file and the packed weights are never in memory
  /// together as a whole.
  private static func packRows(
    of tensor: WeightTensor, _ layer: FullyConnected,
    pack: (_ first: Int32, _ rows: Int32, _ weights: UnsafePointer<Float>?) -> Void
  ) {
    let part = 256
    for first in stride(from: 0, to: layer.outputs, by: part) {
      let rows = min(part, layer.outputs - first)
      let values = first * layer.inputs..<(first + rows) * layer.inputs
      tensor.withUnsafeValues { weights in
        pack(Int32(first), Int32(rows), weights.baseAddress.map { $0 + values.lowerBound })
      }
      tensor.releasePages(of: values)
    }
  }
}
