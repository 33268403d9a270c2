import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGSyntax

extension ModelKey {
  /// Whether the key's value names layers.
  var namesLayers: Bool {
    switch self {
    case .until, .taps: true
    case .name, .extends, .input, .features, .batchNorm, .activation, .avgpool, .classifier,
      .labels, .preprocess, .augment, .training, .limits, .models:
      false
    }
  }
}

extension ElementLayers {
  /// The layers of every model that have a name, the paper's or torchvision's.
  func places(named name: String) -> [Place] {
    lessons.enumerated().flatMap { model, lesson in
      zip(lesson.names, lesson.layers).enumerated().compactMap { index, layer in
        layer.0 == name || layer.1.name == name ? Place(model: model, layer: index) : nil
      }
    }
  }
}

extension Analysis {
  /// The name of a layer that is written at an offset, with its place.
  func layerName(at offset: Int) -> (name: String, range: SourceRange)? {
    func holds(_ node: SyntaxNode) -> Bool {
      node.range.start <= offset && offset <= node.range.end
    }
    let value = modelEntries.first { entry in
      ModelKey(rawValue: entry.key.value)?.namesLayers == true && holds(entry.value)
    }?.value
    guard let value else { return nil }
    let node =
      if case .sequence(let items) = value.content { items.first(where: holds) } else { value }
    guard let node, case .scalar(let scalar) = node.content else { return nil }
    return (scalar.text, node.range)
  }

  /// The layers that a value at a path may name, of the model that it is a value of; none where it does not name layers.
  func nameableLayers(at path: [YAMLCursor.Step]) -> [ValueSuggestion] {
    let keys = path.compactMap { step in if case .key(let key) = step { key } else { nil } }
    guard let key = keys.last.flatMap(ModelKey.init), key.namesLayers else { return [] }
    let isOfOne = keys.count == 3 && keys[0] == ModelKey.models.rawValue
    var seen: Set<String> = []
    return compilation.models.filter { !isOfOne || $0.name == keys[1] }.flatMap { model in
      zip(PaperNames(model.layers).names, model.layers).compactMap { name, layer in
        guard !layer.kind.isDropout, seen.insert(name).inserted else { return nil }
        return ValueSuggestion(
          layer: name, "\(layer.name): \(layer.kind.notation), \(layer.output)")
      }
    }
  }
}
