import VGGGraph

/// What becomes of a file of one network's weights in another, by the tensors' names.
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

  /// Tensors that both have, for the same layer and in the same shape.
  var fitting = 0
  /// Tensors that both have, in different shapes.
  var reshaped: [Reshaped] = []
  /// Tensors that only the new network reads.
  var added: [StateTensor] = []
  /// Tensors that only the old network reads.
  var removed: [StateTensor] = []
  /// Tensors that both have in one shape, but that belong to different layers: a file loads, and is
  /// wrong.
  var misplaced: [StateTensor] = []
  /// Tensors of layers that both have, whose name changed for the layers before them, while their
  /// shape did not.
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

  /// Whether a file of the old network's weights is one of the new network's.
  var isEmpty: Bool {
    reshaped.isEmpty && added.isEmpty && removed.isEmpty && misplaced.isEmpty
  }

  /// For the tensors of layers that both networks have, the old layer's tensor of the same role.
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
