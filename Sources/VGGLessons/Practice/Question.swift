import VGGGraph
import VGGMarkup

/// One number of a network, or one shape, that somebody works out.
package struct Question: Sendable {
  package enum Subject: CaseIterable, Sendable {
    /// The `in_channels` that a convolution is made with.
    case inChannels
    case outputMap
    case parameters
    case macs
    case receptiveField
    /// What the last map flattens to.
    case flattened
  }

  package let subject: Subject
  /// The layer that the question is about.
  let index: Int
  let layer: Layer
  let name: String
  /// What a value of the layer's input sees; `nil` for the whole image.
  let fieldBefore: ReceptiveField?
  let imageChannels: Int
  /// The elements of the features up to this one, as torchvision's list has them; only the last few.
  let list: [String]
  /// The first fully connected layer, where there is one.
  let firstLinear: String?
  package let answer: Answer

  /// `nil` where the layer has no such number.
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
    list = Array(named.layers[...index].compactMap(\.listElement).suffix(5))
    firstLinear = named.firstLinearName
    self.answer = answer
  }

  private static func answer(
    _ subject: Subject, _ layer: Layer, fieldBefore: ReceptiveField?
  ) -> Answer? {
    switch (subject, layer.kind) {
    case (.inChannels, .conv2d(let conv)): .count(conv.inputChannels)
    case (.outputMap, _) where layer.kind.window != nil: .map(layer.output.dimensions)
    case (.parameters, _) where layer.parameterFormula != nil: .count(layer.parameters)
    case (.macs, _) where layer.macFormula != nil: .count(layer.macs)
    case (.receptiveField, _) where layer.kind.window != nil && fieldBefore != nil:
      layer.receptiveField.map { .count($0.size) }
    case (.flattened, .flatten): .count(layer.output.elementCount)
    default: nil
    }
  }

  /// What the lesson says of the answer.
  func lesson(from lessons: LayerLessons) -> TextDocument.Block {
    let index = lessonIndex(in: lessons.layers)
    return lessons.lesson(of: index).entry(lessons.names[index], about: labels)
  }

  /// The same in one line, without the layer's head.
  func arithmetic(from lessons: LayerLessons) -> String {
    lessons.lesson(of: lessonIndex(in: lessons.layers)).lines
      .filter { labels.contains($0.label) }
      .map(\.text).joined(separator: "; ")
  }

  /// That a convolution's `in_channels` is its predecessor's output channels is part of the
  /// predecessor's lesson.
  private func lessonIndex(in layers: [Layer]) -> Int {
    guard subject == .inChannels else { return index }
    return layers[..<index].lastIndex { $0.kind.isConvolution } ?? index
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

extension Layer {
  /// What makes the layer in a list like torchvision's: `64`, `M`; `nil` for what comes by itself.
  fileprivate var listElement: String? {
    switch kind {
    case .conv2d(let conv): conv.kernel == 3 ? "\(conv.outputChannels)" : conv.notation
    case .maxPool2d: "M"
    case .avgPool2d, .localResponseNorm: kind.notation
    case .batchNorm2d, .relu, .adaptiveAvgPool2d, .flatten, .linear, .dropout, .softmax: nil
    }
  }
}
