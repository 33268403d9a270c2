/// The names of a file's tensors, and the tensors under torchvision's names.
///
/// For example: `conv1_1.weight` is `features.0.weight`. Tensors that are not understood keep their names.
package struct WeightNames: Sendable {
  /// A tensor that may be either of two tensors of the file.
  package struct Ambiguity: Hashable, Sendable {
    /// torchvision's name.
    package let name: String
    /// The file's names.
    package let first: String
    package let second: String
  }

  /// The tensors, in the file's order.
  let mapped: [MappedTensor]
  /// Facts about the names for the user; empty if they are torchvision's.
  package let remarks: [WeightRemark]
  /// Two equally good readings; tensors then keep the file's names.
  package let ambiguity: Ambiguity?
  /// The tensors of the layers that the names show, in order, under torchvision's names; without places for
  /// pooling layers if only the order of convolutions is known.
  package let layers: [TensorDescription]
  /// The names of the convolutions' weights if they show only an order, not where pooling layers are.
  package let namesInOrder: [String]
  /// The names of tensors that do not belong to a layer, although they are among the network's layers.
  package let notUnderstood: [String]
  /// The names of tensors outside the network.
  package let beside: [String]

  /// Reads the names of `tensors`.
  ///
  /// - Parameters:
  ///   - isDeclared: Whether the tensors are in the order in which the network declares them.
  ///   - network: The tensors of the network for which they are read, in its order, if known.
  package init(
    _ tensors: [TensorDescription], isDeclared: Bool, for network: [TensorDescription]? = nil
  ) {
    let paths = TensorPath.paths(of: tensors.map(\.name))
    let join = network.map(LayerOrder.Join.init) ?? .plain
    var readings = NameReader(tensors, paths, join: join, isDeclared: isDeclared).readings()
    var wanted: [TensorDescription]?
    if let network, !readings.allSatisfy(\.isEmpty) {
      let own = TensorPath.paths(of: network.map(\.name))
      if let reading = NameReader(network, own, join: join, isDeclared: true).readings().first {
        readings = readings.map { $0.placed(like: reading) }
        wanted = network
      }
    }
    let choice = Choice(readings.map { Naming($0, tensors, paths: paths) }, for: wanted)
    let naming = choice.naming
    mapped =
      choice.ambiguity == nil ? naming.tensors : tensors.map { MappedTensor($0, as: $0.name) }
    ambiguity = choice.ambiguity
    remarks = choice.ambiguity.map { [WeightRemark.ambiguous($0)] } ?? naming.remarks
    layers = naming.layers
    namesInOrder = naming.namesInOrder
    notUnderstood = naming.notUnderstood
    beside = naming.beside
  }

  /// The tensors of ``notUnderstood``: their names in the file, and their descriptions under the assigned names.
  package var unread: [(source: String, tensor: TensorDescription)] {
    let names = Set(notUnderstood)
    return mapped.filter { names.contains($0.source) }.map { ($0.source, $0.description) }
  }

  /// The tensors under torchvision's names.
  package var tensors: [TensorDescription] { mapped.map(\.description) }
}

extension WeightNames.Ambiguity {
  /// The two readings, for the user.
  package var remark: String {
    "the names can be read in two ways: \(quoted(name)) may be \(quoted(first)) or \(quoted(second)); "
      + "save the tensors of only one network"
  }
}

/// The chosen reading among the possible ones.
private struct Choice {
  let naming: Naming
  let ambiguity: WeightNames.Ambiguity?

  /// - Parameter network: The tensors that must be present with their shapes.
  init(_ namings: [Naming], for network: [TensorDescription]?) {
    let fitting = network.map { network in namings.filter { $0.fits(network) } } ?? []
    let candidates = fitting.isEmpty ? namings : fitting
    naming = candidates[0]
    ambiguity = candidates.count > 1 ? candidates[0].difference(from: candidates[1]) : nil
  }
}
