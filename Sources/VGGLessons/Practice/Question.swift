import VGGGraph
import VGGMarkup

/// A question about one number or one shape of a network.
package struct Question: Sendable {
  package enum Subject: CaseIterable, Sendable {
    /// The `in_channels` argument of a convolution.
    case inChannels
    case outputMap
    case parameters
    case macs
    case receptiveField
    /// The flattened size of the last map.
    case flattened
  }

  package let subject: Subject
  /// The layer that the question is about.
  let index: Int
  let layer: Layer
  let name: String
  /// The receptive field of a value of the layer's input; `nil` for the whole image.
  let fieldBefore: ReceptiveField?
  /// Whether the question on the receptive field asks for a height and a width.
  let asksForBothSides: Bool
  let imageChannels: Int
  /// The last few elements of the features up to this layer, as in torchvision's list.
  let list: [String]
  /// The name of the first fully connected layer, if there is one.
  let firstLinear: String?
  package let answer: Answer

  /// Creates a question; `nil` if the layer has no such number.
  init?(_ subject: Subject, of index: Int, in named: NamedLayers) {
    let layer = named.layers[index]
    guard let answer = Self.answer(subject, layer, fieldBefore: named.fieldBefore(index)) else {
      return nil
    }
    self.subject = subject
    self.index = index
    self.layer = layer
    name = named.names[index]
    fieldBefore = named.fieldBefore(index)
    imageChannels = named.layers.first?.input.dimensions.first ?? 0
    list = Array(named.layers[...index].compactMap(\.kind.lesson.listElement).suffix(5))
    firstLinear = named.firstLinearName
    asksForBothSides = if case .sides = answer { true } else { false }
    self.answer = answer
  }

  private static func answer(
    _ subject: Subject, _ layer: Layer, fieldBefore: ReceptiveField?
  ) -> Answer? {
    switch subject {
    case .inChannels: layer.kind.convolution.map { .count($0.inputChannels) }
    case .outputMap: layer.kind.window == nil ? nil : .map(layer.output.dimensions)
    case .parameters: layer.parameterFormula == nil ? nil : .count(layer.parameters)
    case .macs: layer.macFormula == nil ? nil : .count(layer.macs)
    case .receptiveField:
      layer.kind.window == nil
        ? nil : fieldBefore.flatMap { before in layer.receptiveField.map { before.answer($0) } }
    case .flattened: layer.kind.isFlatten ? .count(layer.output.elementCount) : nil
    }
  }

  /// The part of the lesson that explains the answer.
  func lesson(from lessons: LayerLessons) -> TextDocument.Block {
    let index = lessonIndex(in: lessons.layers)
    return lessons.lesson(of: index).entry(lessons.names[index], about: labels)
  }

  /// The same in one line, with the layer's name if it is not the question's layer.
  func arithmetic(from lessons: LayerLessons) -> String {
    let source = lessonIndex(in: lessons.layers)
    if subject == .inChannels, source == index { return lessons.phrases.imageHas(imageChannels) }
    let text = lessons.lesson(of: source).lines
      .filter { labels.contains($0.label) }
      .map(\.text).joined(separator: "; ")
    return source == index ? text : "\(lessons.names[source]): \(text)"
  }

  /// The index of the layer whose lesson has the answer: for a convolution's `in_channels`, the preceding
  /// convolution, whose output channels they are.
  private func lessonIndex(in layers: [Layer]) -> Int {
    guard subject == .inChannels else { return index }
    return layers[..<index].lastIndex { $0.kind.convolution != nil } ?? index
  }

  private var labels: [LessonLabel] {
    switch subject {
    case .inChannels: [.inChannels]
    case .outputMap: [.size, .rows, .columns, .leftOut]
    case .parameters: [.parameters]
    case .macs: [.macs]
    case .receptiveField: [.sees]
    case .flattened: [.valueCount]
    }
  }
}

extension ReceptiveField {
  /// The size of `next`, the field after a layer: one number, or two if rows and columns differ in either field.
  fileprivate func answer(_ next: ReceptiveField) -> Answer {
    size.isSquare && jump.isSquare && next.size.isSquare
      ? .count(next.size.height) : .sides(next.size)
  }
}
