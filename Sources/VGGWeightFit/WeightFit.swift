import VGGFindings
import VGGGraph
import VGGWeights

/// A file's tensors, compared with those that a network reads.
package struct WeightFit: Sendable {
  /// The weight file's name.
  package let file: String
  package let graph: ModelGraph
  /// The tensors that the network reads and that are missing or wrong in the file, in the order of
  /// the layers.
  package let mismatches: [WeightMismatch]
  /// The file's tensors that the network does not read, in the file's order.
  package let extras: [TensorDescription]
  /// The reasons for the differences, the likeliest first; for weights that fit, the parts of
  /// layers that are not read.
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
    // Weights of the whole network are common for a network that ends before its last layer.
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

  /// Whether the file has everything that the network reads.
  package var fits: Bool { mismatches.isEmpty }

  /// The number of missing tensors; the other mismatches have another shape or type.
  package var missingCount: Int { mismatches.count { $0.found == nil } }
}

/// A tensor that the network reads and that is missing or wrong in the file.
package struct WeightMismatch: Hashable, Sendable {
  package let tensor: StateTensor
  /// The file's tensor of this name; `nil` if there isn't one.
  package let found: TensorDescription?
  package let layer: Layer
  /// The layer's name in the paper: `conv1_1`, `fc6`.
  package let paperName: String

  /// `nil` if the tensor is right.
  init?(_ tensor: StateTensor, found: TensorDescription?, layer: Layer, paperName: String) {
    if let found, found.shape == tensor.shape, found.type.isFloatingPoint { return nil }
    (self.tensor, self.found) = (tensor, found)
    (self.layer, self.paperName) = (layer, paperName)
  }

  /// The mismatch in the form that findings use.
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
  /// Whether it belongs to a layer after `position`, by torchvision's names.
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

  /// Whether it is PyTorch's count of the batches that a batch normalisation has seen, which is
  /// never read.
  fileprivate var isCounter: Bool { name.hasSuffix(".num_batches_tracked") }
}
