import VGGGraph

/// The difference between two networks' weight files, by tensor name.
struct WeightDifference {
  struct Reshaped {
    let name: String
    let old: [Int]
    let new: [Int]
  }

  struct Moved {
    let old: String
    let new: String
    let shape: [Int]
  }

  /// The number of tensors that both have, for the same layer and with the same shape.
  var fitting = 0
  /// Tensors that both have, with different shapes.
  var reshaped: [Reshaped] = []
  /// Tensors that only the new network reads.
  var added: [StateTensor] = []
  /// Tensors that only the old network reads.
  var removed: [StateTensor] = []
  /// Tensors that both have with the same shape, but for different layers: the file loads, but the
  /// weights are wrong.
  var misplaced: [StateTensor] = []
  /// Tensors of layers that both have, with the same shape but a different name because of changes to the
  /// layers before them.
  var moved: [Moved] = []

  init(_ changes: [LayerChange]) {
    let old = changes.compactMap(\.old).flatMap(\.layer.stateTensors)
    let new = changes.compactMap(\.new).flatMap(\.layer.stateTensors)
    let oldShapes = Dictionary(old.map { ($0.name, $0.shape) }) { first, _ in first }
    let newNames = Set(new.map(\.name))
    let origins = Self.origins(of: changes)
    for tensor in new {
      guard let shape = oldShapes[tensor.name] else {
        added.append(tensor)
        continue
      }
      if shape != tensor.shape {
        reshaped.append(Reshaped(name: tensor.name, old: shape, new: tensor.shape))
      } else if origins[tensor.name]?.name == tensor.name {
        fitting += 1
      } else {
        misplaced.append(tensor)
      }
    }
    removed = old.filter { !newNames.contains($0.name) }
    moved = new.compactMap { tensor in
      guard let origin = origins[tensor.name], origin.name != tensor.name,
        origin.shape == tensor.shape
      else { return nil }
      return Moved(old: origin.name, new: tensor.name, shape: tensor.shape)
    }
  }

  /// Whether the old network's weight file can be used for the new network.
  var isEmpty: Bool {
    reshaped.isEmpty && added.isEmpty && removed.isEmpty && misplaced.isEmpty
  }

  /// The old layer's tensor with the same role, by the name of the new tensor, for layers that both networks have.
  private static func origins(of changes: [LayerChange]) -> [String: StateTensor] {
    var origins: [String: StateTensor] = [:]
    for change in changes {
      guard let old = change.old?.layer, let new = change.new?.layer else { continue }
      let roles = Dictionary(
        old.stateTensors.map { ($0.name.dropFirst(old.name.count), $0) }
      ) { first, _ in first }
      for tensor in new.stateTensors {
        origins[tensor.name] = roles[tensor.name.dropFirst(new.name.count)]
      }
    }
    return origins
  }
}
