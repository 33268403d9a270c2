import VGGGraph

/// The body of `forward`: a call of each part of the network, or for a part with taps, a loop over its layers.
///
/// `torch.jit.script` and `torch.export` accept such a loop, but not slices of a `Sequential`.
struct TorchPass {
  private let graph: ModelGraph
  /// The taps' names, keyed by their layers.
  private let taps: [Int: String]
  private var statements: [PythonStatement] = []
  /// The current value.
  private var value = PythonExpression.name("image")
  /// Whether `x` has been assigned, and with that its type stated.
  private var isTyped = false

  init(_ graph: ModelGraph) {
    self.graph = graph
    taps = Dictionary(uniqueKeysWithValues: graph.taps.map { ($0.layer, $0.name) })
  }

  mutating func body() -> [PythonStatement] {
    if !taps.isEmpty {
      statements.append(.assignment("taps: dict[str, Tensor]", .dictionary([])))
    }
    for part in parts(of: graph.layers) {
      switch part {
      case .features: sequential("self.features") { $0.isFeature }
      case .avgpool: single("self.avgpool") { $0.position == .avgpool }
      // All dimensions except the batch's become one.
      case .flatten:
        if graph.endsAsTorchvisions { call("self.avgpool") }
        single("torch.flatten", [PythonArgument(.integer(1))]) { $0.kind.isFlatten }
      case .classifier: sequential("self.classifier") { $0.isClassifier }
      }
    }
    // The type of a module's call is unknown, and that of `x` is stated.
    settle()
    return statements + [.return(taps.isEmpty ? value : .tuple([value, tapsInOrder]))]
  }

  /// The dictionary in the configuration's order; the loop has filled it in the layers' order.
  private var tapsInOrder: PythonExpression {
    let layers = graph.taps.map(\.layer)
    guard layers != layers.sorted() else { return .name("taps") }
    return .dictionary(
      graph.taps.map { PythonPair(key: .string($0.name), value: .name(Self.place(of: $0.name))) })
  }

  private static func place(of tap: String) -> String { "taps[\(pythonLiteral(tap))]" }

  /// Wraps the current value in a call; if the value is itself a call, that becomes a separate line.
  private mutating func call(_ callee: String, _ arguments: [PythonArgument] = []) {
    if case .call = value { settle() }
    value = .call(callee, [PythonArgument(value)] + arguments)
  }

  /// Assigns the current value to `x`.
  private mutating func settle() {
    guard value != .name("x") else { return }
    statements.append(.assignment(isTyped ? "x" : "x: Tensor", value))
    isTyped = true
    value = .name("x")
  }

  private mutating func single(
    _ callee: String, _ arguments: [PythonArgument] = [], where matches: (Layer) -> Bool
  ) {
    guard let index = graph.layers.firstIndex(where: matches) else { return }
    call(callee, arguments)
    if let tap = taps[index] {
      settle()
      statements.append(.assignment(Self.place(of: tap), value))
    }
  }

  private mutating func sequential(_ name: String, where matches: (LayerPosition) -> Bool) {
    let layers = graph.layers.indices.filter { matches(graph.layers[$0].position) }
    let branches = layers.enumerated().compactMap { place, index in
      taps[index].map { tap in
        PythonBranch(
          condition: .name("index == \(place)"),
          body: [.assignment(Self.place(of: tap), .name("x"))])
      }
    }
    guard !branches.isEmpty else { return call(name) }
    settle()
    statements.append(
      .forEach(
        "index, layer", in: .call("enumerate", .name(name)),
        [.assignment("x", .call("layer", .name("x"))), .conditional(branches)]))
  }
}
