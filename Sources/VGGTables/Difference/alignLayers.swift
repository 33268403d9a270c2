import VGGGraph

/// A position in two lists: in both, or in only one.
enum AlignedPlace: Hashable {
  case both(Int, Int)
  case removed(Int)
  case added(Int)
}

/// Pairs the layers of two networks with the fewest changes: equal layers if there are any, otherwise layers
/// with the same operation and different numbers, in order.
///
/// This is the cheapest way to turn one list into the other, where removing or adding a layer costs 2, and
/// changing its numbers costs 3. If several ways cost the same, it takes the one that pairs layers earliest,
/// so that a stack grows at its end.
func alignLayers(_ old: [LayerIdentity], _ new: [LayerIdentity]) -> [AlignedPlace] {
  let head = zip(old, new).prefix { $0 == $1 }.count
  let firsts = (0..<head).map { AlignedPlace.both($0, $0) }
  let (oldRest, newRest) = (old[head...], new[head...])
  if fitsTable(oldRest, newRest) { return firsts + EditTable(oldRest, newRest).places }
  let tail = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
  let lasts = (0..<tail).map {
    AlignedPlace.both(old.count - tail + $0, new.count - tail + $0)
  }
  return firsts + places(oldRest.dropLast(tail), newRest.dropLast(tail)) + lasts
}

private func places(
  _ old: ArraySlice<LayerIdentity>, _ new: ArraySlice<LayerIdentity>
) -> [AlignedPlace] {
  fitsTable(old, new)
    ? EditTable(old, new).places
    : old.indices.map { AlignedPlace.removed($0) } + new.indices.map { AlignedPlace.added($0) }
}

/// Whether there are few enough pairs of layers to compare quickly; in longer stretches of changes, all old
/// layers count as removed and all new ones as added.
private func fitsTable(
  _ old: ArraySlice<LayerIdentity>, _ new: ArraySlice<LayerIdentity>
) -> Bool {
  (checkedProduct(old.count + 1, new.count + 1) ?? .max) <= 4_000_000
}

/// The minimum cost from each pair of positions to the ends of the lists, and the alignment with that cost.
private struct EditTable {
  private static let gap = 2
  private static let change = 3

  private let old: ArraySlice<LayerIdentity>
  private let new: ArraySlice<LayerIdentity>
  private var costs: [Int32]

  init(_ old: ArraySlice<LayerIdentity>, _ new: ArraySlice<LayerIdentity>) {
    self.old = old
    self.new = new
    costs = Array(repeating: 0, count: (old.count + 1) * (new.count + 1))
    for i in (0...old.count).reversed() {
      for j in (0...new.count).reversed() { costs[index(i, j)] = Int32(cheapest(i, j)) }
    }
  }

  private func index(_ i: Int, _ j: Int) -> Int { i * (new.count + 1) + j }

  private func cheapest(_ i: Int, _ j: Int) -> Int {
    if i == old.count { return Self.gap * (new.count - j) }
    if j == new.count { return Self.gap * (old.count - i) }
    let apart = min(cost(i + 1, j), cost(i, j + 1)) + Self.gap
    guard let pairing = pairing(i, j) else { return apart }
    return min(apart, cost(i + 1, j + 1) + pairing)
  }

  private func cost(_ i: Int, _ j: Int) -> Int { Int(costs[index(i, j)]) }

  /// The cost of pairing two layers; `nil` if their operations differ.
  private func pairing(_ i: Int, _ j: Int) -> Int? {
    let (one, other) = (old[old.startIndex + i], new[new.startIndex + j])
    if one == other { return 0 }
    return one.operation == other.operation ? Self.change : nil
  }

  var places: [AlignedPlace] {
    var places: [AlignedPlace] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let here = cost(i, j)
      if i < old.count, j < new.count, let pairing = pairing(i, j),
        cost(i + 1, j + 1) + pairing == here
      {
        places.append(.both(old.startIndex + i, new.startIndex + j))
        (i, j) = (i + 1, j + 1)
      } else if i < old.count, cost(i + 1, j) + Self.gap == here {
        places.append(.removed(old.startIndex + i))
        i += 1
      } else {
        places.append(.added(new.startIndex + j))
        j += 1
      }
    }
    return places
  }
}
