import VGGFindings

/// Python source with Keras's layers in a `Sequential`, as a list or added one by one.
enum KerasSource: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    let layers = layers(in: text.program)
    guard let place = layers.place, !layers.nodes.isEmpty else { return nil }
    var chain = KerasChain()
    for node in layers.nodes {
      guard case .call(let call) = node.value else {
        chain.note(.expression, at: node.range)
        continue
      }
      chain.take(KerasLayer(call, range: node.range))
    }
    var network = chain.network
    if !layers.isWhole { network.differences.append(.otherStatements) }
    return TextReading(
      .kerasSource, at: place,
      chain.obstacles.isEmpty ? .networks([network]) : .obstructed(chain.obstacles))
  }

  private static func layers(
    in program: PythonProgram
  ) -> (nodes: [PythonNode], place: Range<Int>?, isWhole: Bool) {
    var nodes: [PythonNode] = []
    var place: Range<Int>?
    // Whether all statements make one model.
    var (taken, models) = (0, 0)
    var receivers: Set<String> = []
    for named in program.namedValues {
      guard case .call(let call) = named.value.value else { continue }
      switch call.name {
      case "Sequential":
        let items = call.arguments.first?.value.items ?? []
        guard items.isEmpty || items.contains(where: KerasLayer.isLayer) else { continue }
        place = place ?? named.place
        nodes += items
        taken += 1
        models += 1
        if let name = named.name { receivers.insert(name) }
      case "add":
        guard call.function.hasSuffix(".add"), call.arguments.count == 1,
          let layer = call.arguments.first?.value, case .call = layer.value
        else { continue }
        place = place ?? named.value.range.lowerBound..<(named.value.range.lowerBound + 1)
        nodes.append(layer)
        taken += 1
        receivers.insert(String(call.function.dropLast(".add".count)))
      default: continue
      }
    }
    guard nodes.contains(where: KerasLayer.isLayer) else { return ([], nil, true) }
    let isWhole = taken == program.statementCount && models <= 1 && receivers.count <= 1
    return (nodes, place, isWhole)
  }
}
