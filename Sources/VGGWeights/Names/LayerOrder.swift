/// The possible orders of layers, by their names and shapes.
struct LayerOrder {
  /// The relation between the channels of two consecutive layers.
  enum Join {
    /// A layer takes the outputs of the previous one.
    case plain
    /// A convolution may also take the outputs in groups; its weights show the inputs of one group.
    case inGroups

    /// The join of a network's convolutions.
    ///
    /// - Parameter network: The network's tensors, in its order.
    init(of network: [TensorDescription]) {
      let convolutions = network.filter { $0.shape.count == 4 }
      let isPlain = zip(convolutions, convolutions.dropFirst()).allSatisfy {
        $0.shape[0] == $1.shape[1]
      }
      self = isPlain ? .plain : .inGroups
    }
  }

  private let layers: [LayerTensors]
  /// The inputs and outputs of each layer.
  private let flows: [(inputs: Int, outputs: Int)]
  private let names: [NumberedName]
  private let join: Join
  /// Whether the file has its tensors in the order in which the network declares them.
  private let isDeclared: Bool

  /// Above this number of layers, only the order of the names and that of the file are tried.
  private static let mostSearched = 8

  init(
    _ layers: [LayerTensors], _ flows: [(inputs: Int, outputs: Int)], join: Join = .plain,
    isDeclared: Bool
  ) {
    self.layers = layers
    self.join = join
    self.flows = flows
    self.isDeclared = isDeclared
    names = layers.map { NumberedName($0.path) }
  }

  /// At most two orders in which each layer takes the outputs of the previous one, as indices of layers. Layers
  /// whose names differ only in their numbers stay in numeric order.
  ///
  /// If the file keeps the network's own order, and that order is possible, it is the only result.
  func possible() -> [[Int]] {
    let declared = layers.indices.sorted { layers[$0].first < layers[$1].first }
    if isDeclared, isChain(declared), keepsNumbers(declared) { return [declared] }
    if layers.count <= Self.mostSearched {
      var search = Search(order: self)
      search.extend([])
      return search.found
    }
    let natural = layers.indices.sorted { names[$0] < names[$1] }
    guard isChain(natural) else { return [] }
    return [natural] + (exchanged(natural).map { [$0] } ?? [])
  }

  private func isChain(_ order: [Int]) -> Bool {
    zip(order, order.dropFirst()).allSatisfy { canFollow($1, after: $0) }
  }

  private func canFollow(_ next: Int, after last: Int) -> Bool {
    let (outputs, inputs) = (flows[last].outputs, flows[next].inputs)
    if outputs == inputs { return true }
    switch join {
    case .plain: return false
    case .inGroups:
      guard inputs > 0, outputs > 0, outputs.isMultiple(of: inputs) else { return false }
      return flows[next].outputs.isMultiple(of: outputs / inputs)
    }
  }

  private func keepsNumbers(_ order: [Int]) -> Bool {
    var last: [[String]: NumberedName] = [:]
    return order.allSatisfy { index in
      let name = names[index]
      defer { last[name.words] = name }
      return last[name.words].map { !(name < $0) } ?? true
    }
  }

  /// `order` with two layers of the same sizes exchanged if their names do not show which comes first.
  private func exchanged(_ order: [Int]) -> [Int]? {
    var seen: [[Int]: Int] = [:]
    for (place, index) in order.enumerated() {
      let flow = [flows[index].inputs, flows[index].outputs]
      if let other = seen[flow], names[order[other]].words != names[index].words {
        var copy = order
        copy.swapAt(other, place)
        return copy
      }
      seen[flow] = place
    }
    return nil
  }

  /// Tries every layer after every other, until two orders are found.
  private struct Search {
    let order: LayerOrder
    private(set) var found: [[Int]] = []

    mutating func extend(_ start: [Int]) {
      guard found.count < 2 else { return }
      guard start.count < order.layers.count else { return found.append(start) }
      let left = order.layers.indices.filter { !start.contains($0) }
      for next in left {
        if let last = start.last, !order.canFollow(next, after: last) { continue }
        let isEarliest = left.allSatisfy {
          order.names[$0].words != order.names[next].words || !(order.names[$0] < order.names[next])
        }
        if isEarliest { extend(start + [next]) }
      }
    }

    init(order: LayerOrder) { self.order = order }
  }
}

/// A name, split into words without numbers, and the numbers: `dense` comes before `dense_1`, `conv2` before
/// `conv10`.
struct NumberedName: Comparable {
  let words: [String]
  private let numbers: [Int]
  private let name: [String]

  init(_ path: [String]) {
    var words: [String] = []
    var numbers: [Int] = []
    for word in path {
      var letters = ""
      for run in word.split(separator: "_") {
        let text = run.prefix { !$0.isNumber }
        letters += text + "_"
        // The letters after the number belong to the words.
        let digits = run.dropFirst(text.count).prefix { $0.isNumber }
        let rest = run.dropFirst(text.count + digits.count)
        if !digits.isEmpty { numbers.append(Int(digits) ?? .max) }
        letters += rest
      }
      while letters.last == "_" { letters.removeLast() }
      words.append(letters)
    }
    (self.words, self.numbers, name) = (words, numbers, path)
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.words == right.words, left.numbers != right.numbers {
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }
    if left.words != right.words { return left.words.lexicographicallyPrecedes(right.words) }
    return left.name.lexicographicallyPrecedes(right.name)
  }
}
