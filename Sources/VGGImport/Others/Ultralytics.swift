import VGGFindings
import VGGSyntax

/// The model files of Ultralytics's YOLO: lists of `[from, repeats, module, arguments]` under `backbone`
/// and `head`.
enum Ultralytics: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let backbone = text.entry("backbone"), case .sequence(let first) = backbone.value.content,
      let entry = first.first, case .sequence(let parts) = entry.content, parts.count >= 3,
      parts[1].integer != nil
    else { return nil }
    var head: [SyntaxNode] = []
    if case .sequence(let nodes) = text.entry("head")?.value.content { head = nodes }
    var reader = ModuleReader()
    // These keys multiply the repeats and the channels.
    for key in ["depth_multiple", "width_multiple", "scales"] {
      guard let entry = text.entry(key), !entry.value.isOne else { continue }
      reader.note(Obstacle(.layer(key), at: entry.key.range.bounds))
    }
    for node in first + head { reader.take(node, in: text) }
    var network = ImportedNetwork(layers: reader.layers)
    network.image.channels = text.entry("ch")?.value.integer
    return TextReading(
      .ultralytics, at: backbone.key.range.bounds, network, without: reader.obstacles)
  }
}

private struct ModuleReader {
  private static let mostRepeats = 1_000
  private(set) var layers: [ImportedLayer] = []
  private(set) var obstacles: [Obstacle] = []

  mutating func note(_ obstacle: Obstacle) { obstacles.append(obstacle) }

  mutating func take(_ node: SyntaxNode, in text: CandidateText) {
    guard layers.count + obstacles.count < Self.mostRepeats else { return }
    let range = node.range.bounds
    guard case .sequence(let parts) = node.content, parts.count >= 3,
      let repeats = parts[1].integer, (1...Self.mostRepeats).contains(repeats),
      case .scalar(let module) = parts[2].content
    else { return obstacles.append(Obstacle(.expression, at: range)) }
    guard parts[0].integer == -1 else {
      return obstacles.append(Obstacle(.branch(module.text), at: range))
    }
    let name = module.text.hasPrefix("nn.") ? String(module.text.dropFirst(3)) : nil
    guard let name else { return obstacles.append(Obstacle(.layer(module.text), at: range)) }
    var arguments: [PythonArgument] = []
    if parts.count > 3, case .sequence = parts[3].content {
      var parser = PythonParser(PythonToken.all(in: text.file.bytes, parts[3].range.bounds))
      guard let items = parser.value()?.items else {
        return obstacles.append(Obstacle(.expression, at: parts[3].range.bounds))
      }
      arguments = items.map { PythonArgument(name: nil, value: $0) }
    }
    do throws(Obstacle) {
      let call = PythonCall(function: name, arguments: arguments)
      let own = try TorchLayers.layers(of: call, at: range)
      guard layers.count + repeats * own.count <= Self.mostRepeats else {
        throw Obstacle(.value("\(repeats)", of: "repeats"), at: range)
      }
      for _ in 0..<repeats { layers += own }
    } catch {
      obstacles.append(error)
    }
  }
}

extension SyntaxNode {
  fileprivate var isOne: Bool {
    guard case .scalar(let scalar) = content else { return false }
    switch scalar.value {
    case .int(let value): return value == 1
    case .float(let value): return value == 1
    case .null, .bool, .integerOverflow, .string: return false
    }
  }

  fileprivate var integer: Int? {
    if case .scalar(let scalar) = content, case .int(let value) = scalar.value {
      value
    } else {
      nil
    }
  }
}
