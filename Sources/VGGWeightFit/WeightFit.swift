import VGGFindings
import VGGGraph
import VGGWeights

/// A file's tensors, compared with those that a network reads.
package struct WeightFit: Sendable {
  /// The weight file's name.
  package let file: String
  package let graph: ModelGraph
  /// The tensors that the network reads and the file does not have as they should be, in the order
  /// of the layers.
  package let mismatches: [WeightMismatch]
  /// The file's tensors that the network does not read, in the file's order.
  package let extras: [TensorDescription]
  /// Why they differ, the likeliest first; of weights that fit, what of a layer is not read.
  package let reasons: [WeightReason]

  /// - Parameter tensors: The file's tensors, in the order in which their network declares them.
  package init(_ tensors: [TensorDescription], of file: String, for graph: ModelGraph) {
    self.init(
      WeightNames(tensors, isDeclared: true, for: graph.tensorDescriptions), of: file, for: graph)
  }

  /// - Parameter names: The file's tensors, as they are read for `graph`.
  package init(_ names: WeightNames, of file: String, for graph: ModelGraph) {
    let tensors = names.tensors
    let found = Dictionary(tensors.map { ($0.name, $0) }) { first, _ in first }
    let needed = Set(graph.stateTensors.map(\.name))
    self.file = file
    self.graph = graph
    mismatches = zip(graph.layers, PaperNames(graph.layers).names).flatMap { layer, paperName in
      layer.stateTensors.compactMap { tensor in
        WeightMismatch(tensor, found: found[tensor.name], layer: layer, paperName: paperName)
      }
    }
    // Weights of the whole network are the usual ones of a network that ends before its last layer.
    let end = graph.outcome == .features ? graph.layers.last?.position : nil
    extras = tensors.filter { tensor in
      !needed.contains(tensor.name) && !tensor.isCounter
        && !(end.map { tensor.comes(after: $0) } ?? false)
    }
    reasons =
      mismatches.isEmpty
      ? (extras.isEmpty ? [] : WeightReason.doubts(about: names, in: graph))
      : WeightReason.reasons(for: names, in: graph)
  }

  /// Whether the network can take all that it reads from the file.
  package var fits: Bool { mismatches.isEmpty }

  /// How many tensors are missing, and how many have another shape or type.
  package var missingCount: Int { mismatches.count { $0.found == nil } }
}

/// A tensor that the network reads and the file does not have as it should be.
package struct WeightMismatch: Hashable, Sendable {
  package let tensor: StateTensor
  /// What the file has under the name; `nil` where it has no such tensor.
  package let found: TensorDescription?
  package let layer: Layer
  /// The layer as the paper names it: `conv1_1`, `fc6`.
  package let paperName: String

  /// `nil` where the tensor is as it should be.
  init?(_ tensor: StateTensor, found: TensorDescription?, layer: Layer, paperName: String) {
    if let found, found.shape == tensor.shape, found.type.isFloatingPoint { return nil }
    (self.tensor, self.found) = (tensor, found)
    (self.layer, self.paperName) = (layer, paperName)
  }

  /// The mismatch as a finding has it.
  var asFound: WeightsMismatch.Tensor {
    WeightsMismatch.Tensor(
      tensor.name, of: paperName, needed: tensor.shape,
      found: found.map { WeightsMismatch.Stored(shape: $0.shape, type: $0.type.rawValue) })
  }
}

extension ModelGraph {
  /// The tensors that the network reads, in the order of its layers, as F32.
  package var tensorDescriptions: [TensorDescription] {
    stateTensors.map { TensorDescription(name: $0.name, shape: $0.shape) }
  }
}

extension TensorDescription {
  /// Whether it is of a layer after one, by torchvision's names.
  fileprivate func comes(after position: LayerPosition) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.count > 2, let index = Int(parts[1]) else { return false }
    switch (position, parts[0]) {
    case (.features(let last), "features"): return index > last
    case (.classifier(let last), "classifier"): return index > last
    case (_, "classifier"): return true
    case (.avgpool, _), (.flatten, _), (.features, _), (.classifier, _): return false
    }
  }

  /// Whether it is PyTorch's count of the batches that a batch normalisation has seen, which
  /// nothing reads.
  fileprivate var isCounter: Bool { name.hasSuffix(".num_batches_tracked") }
}

/// A shape as layers show it: `64x3x3x3`.
package func dimensions(_ shape: [Int]) -> String {
  shape.isEmpty ? "a single number" : shape.map(String.init).joined(separator: "x")
}
