import VGGFindings

/// Python source with an `nn.Sequential` of PyTorch's modules.
enum TorchSource: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    let named = text.program.values.filter { $0.value.isTorch }
    guard let main = named.last else { return nil }
    // A class joins its parts in forward(), which is not read.
    if named.contains(where: { $0.name?.hasPrefix("self.") == true }) {
      return TextReading(.torchSource, at: main.place, .named)
    }
    var reader = SequentialReader(parts: named.dropLast())
    reader.read(main.value)
    var network = ImportedNetwork(layers: reader.layers)
    network.differences = text.program.differences(
      reading: named.count, isOne: named.dropLast().allSatisfy { $0.name != nil })
    return TextReading(
      .torchSource, at: main.place, network, without: reader.obstacles + reader.unread)
  }
}

extension PythonNode {
  /// Whether this makes one or more PyTorch layers in a row.
  fileprivate var isTorch: Bool {
    guard case .call(let call) = value else { return false }
    if call.name == "Sequential" {
      return call.function.hasPrefix("nn.") || call.function.contains(".nn.")
        || call.arguments.contains { $0.value.isTorchModule }
    }
    return isTorchModule
  }

  fileprivate var isTorchModule: Bool {
    if case .call(let call) = value { TorchLayers.names.contains(call.name) } else { false }
  }
}

/// Follows an `nn.Sequential` through its contents and the names of its parts.
struct SequentialReader {
  private var parts: [String: PythonNode]
  private var unused: [String: Range<Int>]
  private(set) var layers: [ImportedLayer] = []
  private(set) var obstacles: [Obstacle] = []

  init(parts: some Sequence<PythonProgram.NamedValue>) {
    self.parts = [:]
    unused = [:]
    for part in parts {
      guard let name = part.name else { continue }
      self.parts[name] = part.value
      unused[name] = part.place
    }
  }

  /// Sequences of the text that are not part of the last one.
  var unread: [Obstacle] {
    unused.sorted { $0.value.lowerBound < $1.value.lowerBound }
      .map { Obstacle(.branch($0.key), at: $0.value) }
  }

  /// Adds a flattening that the sequences do not list.
  mutating func flatten(at place: Range<Int>) {
    layers.append(ImportedLayer(kind: .flatten, range: place))
  }

  /// Marks the layers from number `start` on as the classifier's.
  mutating func markClassifier(from start: Int) {
    for index in start..<layers.count { layers[index].isOfClassifier = true }
  }

  mutating func read(_ node: PythonNode) {
    switch node.value {
    case .call(let call) where call.name == "Sequential":
      for argument in call.arguments { readItem(argument.value) }
    case .call(let call):
      do throws(Obstacle) {
        layers += try TorchLayers.layers(of: call, at: node.range)
      } catch {
        obstacles.append(error)
      }
    case .name(let name):
      // Removed, so that a part cannot refer to itself.
      guard let part = parts.removeValue(forKey: name) else {
        return obstacles.append(Obstacle(.layer(name), at: node.range))
      }
      unused[name] = nil
      read(part)
    case .integer, .number, .text, .truth, .none, .list, .tuple, .dictionary:
      obstacles.append(Obstacle(.expression, at: node.range))
    }
  }

  /// A module, or `OrderedDict([('conv1', module), …])`.
  private mutating func readItem(_ node: PythonNode) {
    guard case .call(let call) = node.value, call.name == "OrderedDict",
      let items = call.arguments.first?.value.items
    else { return read(node) }
    for item in items {
      guard let pair = item.items, pair.count == 2 else {
        obstacles.append(Obstacle(.expression, at: item.range))
        continue
      }
      read(pair[1])
    }
  }
}
