import VGGGraph
import VGGKernels
import VGGRuntime
import VGGWeights

/// A linear layer's weights, as ``LinearLayout`` has them.
struct LinearWeights: Sendable {
  private let matrix: Matrix
  private let bias: WeightTensor?

  private enum Matrix: Sendable {
    case inPlace(WeightTensor)
    case rows(AlignedMemory)
    case columns(AlignedMemory)
    case panels(AlignedMemory)
  }

  /// Takes `name.weight`, outputs x inputs, and `name.bias`.
  init(
    _ linear: VGGGraph.Linear, _ name: String, _ layout: LinearLayout, _ team: Team,
    from weights: some WeightSource
  ) throws {
    let tensor = try weights.tensor("\(name).weight", shape: [linear.outputs, linear.inputs])
    bias = linear.bias ? try weights.tensor("\(name).bias", shape: [linear.outputs]) : nil
    switch layout {
    case .inPlace: matrix = .inPlace(tensor)
    case .rows: matrix = .rows(try Self.rows(of: tensor))
    case .columns:
      // A zero times an infinite weight is no number, which leaving the zero out would hide.
      if let columns = try Self.columns(of: tensor, linear, team) {
        matrix = .columns(columns)
      } else {
        matrix = .rows(try Self.rows(of: tensor))
      }
    case .panels: matrix = .panels(try Self.panels(of: tensor, linear, team))
    }
  }

  /// y = weights x + bias for a batch of vectors, then ReLU if `rectifies`.
  ///
  /// - Parameter scratch: for columns and panels, as many bytes as the kernels say (VGGKernels.h).
  func multiply(
    _ linear: VGGGraph.Linear, batch: Int, rectifies: Bool, _ team: Team,
    _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) -> vgg_status {
    let (inputs, outputs) = (Int32(linear.inputs), Int32(linear.outputs))
    return withBias { bias in
      func multiply(rows: UnsafePointer<Float>?) -> vgg_status {
        vgg_linear(team.pointer, Int32(batch), inputs, outputs, rectifies, rows, bias, x, y)
      }
      return switch matrix {
      case .inPlace(let tensor): tensor.withUnsafeValues { multiply(rows: $0.baseAddress) }
      case .rows(let memory): multiply(rows: memory.floats)
      case .columns(let memory):
        vgg_linear_columns(
          team.pointer, Int32(batch), inputs, outputs, rectifies, memory.floats, bias, x, y,
          scratch)
      case .panels(let memory):
        vgg_linear_panels(
          team.pointer, Int32(batch), inputs, outputs, rectifies, memory.floats, bias, x, y,
          scratch)
      }
    }
  }

  private func withBias(_ body: (UnsafePointer<Float>?) -> vgg_status) -> vgg_status {
    bias?.withUnsafeValues { body($0.baseAddress) } ?? body(nil)
  }

  private static func rows(of tensor: WeightTensor) throws(UnrunnableNetwork) -> AlignedMemory {
    let size = MemoryLayout<Float>.size
    let memory = try AlignedMemory.reserved(tensor.count * size)
    let target = UnsafeMutableRawBufferPointer(start: memory.base, count: memory.byteCount)
    // Part by part, so that file and copy are never in memory as a whole together.
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

  /// `nil` where a weight is not finite.
  private static func columns(
    of tensor: WeightTensor, _ linear: VGGGraph.Linear, _ team: Team
  ) throws(UnrunnableNetwork) -> AlignedMemory? {
    let (inputs, outputs) = (Int32(linear.inputs), Int32(linear.outputs))
    let memory = try AlignedMemory.reserved(Int(vgg_columns_bytes(inputs, outputs)))
    var isFinite = true
    packRows(of: tensor, linear) { first, rows, weights in
      isFinite =
        isFinite
        && vgg_columns_pack(
          team.pointer, inputs, outputs, first, rows, weights, memory.mutableFloats)
    }
    return isFinite ? memory : nil
  }

  private static func panels(
    of tensor: WeightTensor, _ linear: VGGGraph.Linear, _ team: Team
  ) throws(UnrunnableNetwork) -> AlignedMemory {
    let (inputs, outputs) = (Int32(linear.inputs), Int32(linear.outputs))
    let bytes = vgg_panels_bytes(vgg_team_isa(team.pointer), inputs, outputs)
    let memory = try AlignedMemory.reserved(Int(bytes))
    packRows(of: tensor, linear) { first, rows, weights in
      vgg_panels_pack(team.pointer, inputs, first, rows, weights, memory.mutableFloats)
    }
    return memory
  }

  /// Gives some rows after the others, so that the file and what is packed are never in memory as a whole together.
  private static func packRows(
    of tensor: WeightTensor, _ linear: VGGGraph.Linear,
    pack: (_ first: Int32, _ rows: Int32, _ weights: UnsafePointer<Float>?) -> Void
  ) {
    let part = 256
    for first in stride(from: 0, to: linear.outputs, by: part) {
      let rows = min(part, linear.outputs - first)
      let values = first * linear.inputs..<(first + rows) * linear.inputs
      tensor.withUnsafeValues { weights in
        pack(Int32(first), Int32(rows), weights.baseAddress.map { $0 + values.lowerBound })
      }
      tensor.releasePages(of: values)
    }
  }
}

extension AlignedMemory {
  fileprivate var floats: UnsafePointer<Float> {
    UnsafePointer(mutableFloats)
  }

  fileprivate var mutableFloats: UnsafeMutablePointer<Float> {
    base.assumingMemoryBound(to: Float.self)
  }
}
