import VGGDiagnostics
import VGGGraph

/// What `vggc explain` says of a network's layers, one by one.
package struct LayerLessons: Sendable {
  private let named: NamedLayers
  /// For each layer, the name of the next convolution after it.
  private let nextConvolution: [String?]

  package init(_ model: CheckedModel) {
    self.init(NamedLayers(model.layers))
  }

  init(_ named: NamedLayers) {
    self.named = named
    nextConvolution = named.nextConvolutions
  }

  package var layers: [Layer] { named.layers }

  /// The paper's names of the layers.
  package var names: [String] { named.names }

  /// One layer's formulas with the numbers put in, for a page of `width` columns.
  package func text(of index: Int, width: Int) -> String {
    TextDocument(blocks: [block(of: index)]).text(width: width, style: .plain)
  }

  func block(of index: Int) -> TextDocument.Block {
    let field = index > 0 ? layers[index - 1].receptiveField : .pixel
    let lesson = LayerLesson(
      layer: layers[index], fieldBefore: field, nextConvolution: nextConvolution[index])
    return .entry(lesson.head(named.names[index]), lesson.lines)
  }
}

extension NamedLayers {
  fileprivate var nextConvolutions: [String?] {
    var next: String?
    var result: [String?] = Array(repeating: nil, count: layers.count)
    for index in layers.indices.reversed() {
      result[index] = next
      if layers[index].kind.isConvolution { next = names[index] }
    }
    return result
  }
}

extension LayerKind {
  var isConvolution: Bool {
    if case .conv2d = self { true } else { false }
  }
}
