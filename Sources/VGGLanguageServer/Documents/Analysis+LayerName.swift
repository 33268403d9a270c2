import VGGDiagnostics
import VGGSpec
import VGGSyntax

extension ElementLayers {
  /// The layers of every model with the given name, either the paper's or torchvision's.
  func places(named name: String) -> [Place] {
    lessons.enumerated().flatMap { model, lesson in
      zip(lesson.names, lesson.layers).enumerated().compactMap { index, layer in
        layer.0 == name || layer.1.name == name ? Place(model: model, layer: index) : nil
      }
    }
  }
}

extension Analysis {
  /// The layer name written at an offset, with its range.
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
}
