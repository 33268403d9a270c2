import VGGFindings

/// The JSON that Keras's `model.to_json()` returns.
enum KerasJSON: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard text.firstLine?.text.hasPrefix("{") == true, let root = text.program.expressions.first,
      let fields = root.fields, let className = fields["class_name"]?.text,
      let config = fields["config"]
    else { return nil }
    let place = root.range.prefix(1)
    guard ["Sequential", "Functional", "Model"].contains(className),
      // In Keras 1, the layers are directly in the configuration.
      let layers = config.fields?["layers"]?.items ?? config.items
    else { return TextReading(.kerasJSON, at: place, .named) }
    var chain = KerasChain()
    var names: [String] = []
    for layer in layers {
      guard let fields = layer.fields, let className = fields["class_name"]?.text,
        let values = fields["config"]?.fields
      else {
        chain.note(.expression, at: layer.range)
        continue
      }
      chain.take(KerasLayer(className: className, values: values, range: layer.range))
      if let inputs = fields["inbound_nodes"] {
        let used = inputs.layerNames
        if let last = names.last, !used.isEmpty, !used.contains(last) {
          chain.note(.branch(fields["name"]?.text ?? className), at: layer.range)
        }
      }
      names.append(fields["name"]?.text ?? values["name"]?.text ?? "")
    }
    return TextReading(.kerasJSON, at: place, chain.network, without: chain.obstacles)
  }
}

extension PythonNode {
  /// The names in `inbound_nodes`: `[[["conv1", 0, 0, {}]]]`, or in Keras 3 inside the tensors' histories.
  fileprivate var layerNames: [String] {
    switch value {
    case .text(let text): [text]
    case .list(let items), .tuple(let items): items.flatMap(\.layerNames)
    case .dictionary(let pairs):
      pairs.flatMap { pair -> [String] in
        ["args", "config", "keras_history"].contains(pair.key.text) ? pair.value.layerNames : []
      }
    case .integer, .number, .truth, .none, .name, .call: []
    }
  }
}
