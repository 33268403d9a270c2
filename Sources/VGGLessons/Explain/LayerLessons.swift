import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// The text of `vggc explain` for a network's layers, one by one.
package struct LayerLessons: Sendable {
  private let named: NamedLayers
  let phrases: any LessonPhrasebook
  /// For each layer, the name of the next convolution after it.
  private let nextConvolution: [String?]

  package init(_ model: CheckedModel, _ phrases: any LessonPhrasebook = English()) {
    self.init(NamedLayers(model.layers), phrases)
  }

  package init(_ named: NamedLayers, _ phrases: any LessonPhrasebook) {
    self.named = named
    self.phrases = phrases
    nextConvolution = named.nextConvolutions
  }

  package var layers: [Layer] { named.layers }

  /// The paper's names of the layers.
  package var names: [String] { named.names }

  /// One layer's formulas with its numbers substituted, for a page of `width` columns.
  package func text(of index: Int, width: Int) -> String {
    TextDocument(blocks: [lesson(of: index).entry(names[index])]).text(width: width, style: .plain)
  }

  package func lesson(of index: Int) -> LayerLesson {
    LayerLesson(
      layer: layers[index], fieldBefore: named.fieldBefore(index),
      nextConvolution: nextConvolution[index], phrases: phrases)
  }
}

extension NamedLayers {
  /// The receptive field of a value of a layer's input; `nil` for the whole image.
  func fieldBefore(_ index: Int) -> ReceptiveField? {
    index > 0 ? layers[index - 1].receptiveField : .pixel
  }

  fileprivate var nextConvolutions: [String?] {
    var next: String?
    var result: [String?] = Array(repeating: nil, count: layers.count)
    for index in layers.indices.reversed() {
      result[index] = next
      if layers[index].kind.convolution != nil { next = names[index] }
    }
    return result
  }
}
