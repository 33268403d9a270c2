import VGGDiagnostics
import VGGGraph
import VGGLessons

/// The layers that a document's elements produce, in every model that has them.
struct ElementLayers: Sendable {
  /// A layer of one of the models.
  struct Place: Sendable {
    let model: Int
    let layer: Int
  }

  struct Element: Sendable {
    let range: SourceRange
    var places: [Place]
  }

  let lessons: [LayerLessons]
  let modelNames: [String]
  /// The elements in text order.
  let elements: [Element]
  /// The elements that represent the whole classifier: the ranges of its flatten layer and its default layers.
  let classifiers: [Element]

  init(_ analysis: Analysis, _ phrases: any LessonPhrasebook = English()) {
    let models = analysis.compilation.models
    lessons = models.map { LayerLessons($0, phrases) }
    modelNames = models.map(\.name)
    var places: [SourceRange: [Place]] = [:]
    var wholes: Set<SourceRange> = []
    for (model, lesson) in lessons.enumerated() {
      for (index, layer) in lesson.layers.enumerated() where analysis.isOwn(layer.range) {
        if layer.kind.isFlatten { wholes.insert(layer.range) }
        places[layer.range, default: []].append(Place(model: model, layer: index))
      }
    }
    let all = places.map { Element(range: $0.key, places: $0.value) }
      .sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    elements = all.filter { !wholes.contains($0.range) }
    classifiers = all.filter { wholes.contains($0.range) }
  }

  func layer(at place: Place) -> Layer { lessons[place.model].layers[place.layer] }

  /// The element that contains an offset or ends there.
  func element(at offset: Int) -> Element? {
    elements.filter { $0.range.start <= offset && offset <= $0.range.end }
      .min { $0.range.length < $1.range.length }
  }

  /// The `vggc explain` text for an element's layers, under the models' names if the models differ.
  func lesson(on places: [Place], width: Int) -> String {
    var texts: [(name: String, text: String)] = []
    for model in lessons.indices {
      let own = places.filter { $0.model == model }
      guard !own.isEmpty else { continue }
      let text = own.map { lessons[model].text(of: $0.layer, width: width) }
        .joined(separator: "\n")
      if !texts.contains(where: { $0.text == text }) { texts.append((modelNames[model], text)) }
    }
    guard texts.count > 1 else { return texts.first?.text ?? "" }
    return texts.map { "\(printable($0.name)):\n\n\($0.text)" }.joined(separator: "\n")
  }
}

extension SourceRange {
  var length: Int { end - start }
}
