import VGGFindings

/// Python source with Keras layers in a `Sequential`, in a list or added one by one.
enum KerasSource: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let layers = layers(in: text.program) else { return nil }
    var chain = KerasChain()
    for node in layers.nodes {
      guard case .call(let call) = node.value else {
        chain.note(.expression, at: node.range)
        continue
      }
      chain.take(KerasLayer(call, range: node.range))
    }
    var network = chain.network
    network.differences += layers.differences
    return TextReading(.kerasSource, at: layers.place, network, without: chain.obstacles)
  }

  private static func layers(
    in program: PythonProgram
  ) -> (nodes: [PythonNode], place: Range<Int>, differences: [ForeignDifference])? {
    var nodes: [PythonNode] = []
    var place: Range<Int>?
    var (taken, models) = (0, 0)
    var receivers: Set<String> = []
    for named in program.values {
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
    guard let place, nodes.contains(where: KerasLayer.isLayer) else { return nil }
    return (
      nodes, place,
      program.differences(reading: taken, isOne: models <= 1 && receivers.count <= 1)
    )
  }
}
