import VGGDiagnostics
import VGGGraph
import VGGWeights

/// Holds a file's tensors against those that a network reads.
///
/// A file of another network is one mistake, so it gives one diagnostic: at the first layer that does not fit, with
/// the other layers in notes.
///
/// - Parameter file: The weight file's name, for the message.
/// - Returns: `nil` where every tensor of the network is in the file with its shape.
package func checkWeights(
  _ tensors: [TensorDescription], of file: String, fit graph: ModelGraph
) -> Diagnostic? {
  let shapes = Dictionary(tensors.map { ($0.name, $0.shape) }) { first, _ in first }
  let mismatches = graph.layers.flatMap { layer in
    layer.stateTensors.compactMap { tensor -> WeightMismatch? in
      guard shapes[tensor.name] != tensor.shape else { return nil }
      return WeightMismatch(tensor: tensor, found: shapes[tensor.name], layer: layer)
    }
  }
  return mismatches.isEmpty ? nil : .weightsMismatch(mismatches, file: file)
}

/// A tensor that the network reads and the file does not have as it should be.
private struct WeightMismatch {
  let tensor: StateTensor
  /// The shape in the file; `nil` where the file has no such tensor.
  let found: [Int]?
  let layer: Layer

  var inWords: String {
    let needed = dimensions(tensor.shape)
    guard let found else { return "\(tensor.name) (\(needed)) is missing" }
    return "\(tensor.name) is \(dimensions(found)), and the network needs \(needed)"
  }

  private func dimensions(_ shape: [Int]) -> String {
    shape.map(String.init).joined(separator: "x")
  }
}

extension Diagnostic {
  private static let listedMismatches = 5

  fileprivate static func weightsMismatch(_ mismatches: [WeightMismatch], file: String) -> Diagnostic {
    let others = mismatches.dropFirst()
    var notes = others.prefix(listedMismatches).map { Note($0.inWords, at: $0.layer.range) }
    if others.count > listedMismatches {
      notes.append(Note("\(others.count - listedMismatches) more tensors do not fit"))
    }
    return Diagnostic(
      .weightsMismatch, "\(file) does not fit: \(mismatches[0].inWords)", at: mismatches[0].layer.range,
      notes: notes)
  }
}
