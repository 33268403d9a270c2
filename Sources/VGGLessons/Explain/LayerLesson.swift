import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// One layer's arithmetic, line by line.
package struct LayerLesson {
  let layer: Layer
  /// The receptive field of a value of the layer's input; `nil` for the whole image.
  let fieldBefore: ReceptiveField?
  let nextConvolution: String?
  let phrases: any LessonPhrasebook

  typealias Line = (label: LessonLabel, text: String)

  /// The heading: `conv1_1  conv3-64  features.0  3x224x224 -> 64x224x224`.
  func head(_ name: String) -> String {
    let shapes =
      layer.input == layer.output ? "\(layer.input)" : "\(layer.input) -> \(layer.output)"
    var parts = [name]
    for part in [layer.kind.notation, layer.name, shapes] where part != parts.last {
      parts.append(part)
    }
    return parts.joined(separator: "  ")
  }

  var lines: [Line] { layer.kind.lesson.lines(of: self) }

  /// The lesson's lines with the given labels, as an entry of the document.
  package func entry(_ name: String, about labels: [LessonLabel] = LessonLabel.allCases)
    -> TextDocument.Block
  {
    .entry(
      head(name),
      lines.filter { labels.contains($0.label) }.map { (phrases.label($0.label), $0.text) })
  }

  /// The lines that every pooling layer has.
  func pooling(_ window: Window) -> [Line] {
    sizes + leftOut(window) + growth + unchangedChannels
  }

  /// The output's rows and columns.
  var sizes: [Line] {
    layer.namedSizeFormulas.map { (LessonLabel($0.quantity), $0.formula) }
  }

  /// The parameters and multiply-adds, if there are any.
  var costs: [Line] {
    [(LessonLabel.parameters, layer.parameterFormula), (.macs, layer.macFormula)]
      .compactMap { label, formula in formula.map { (label, $0) } }
  }

  /// The growth of the receptive field by the window.
  var growth: [Line] {
    guard let window = layer.kind.window, let fieldBefore else { return [] }
    return fieldBefore.sizeFormulas(after: window).map { (.sees, phrases.sees($1, $0)) }
      + fieldBefore.jumpFormulas(after: window).map { (.jump, phrases.jump($1, $0)) }
  }

  private var unchangedChannels: [Line] {
    guard case .map(let map) = layer.output else { return [] }
    return [(.inChannels, phrases.channelsStay(map.channels))]
  }

  private func leftOut(_ window: Window) -> [Line] {
    guard case .map(let map) = layer.input else { return [] }
    guard let (rows, columns) = window.uncovered(map.plane) else { return [] }
    return [(.leftOut, phrases.leftOut(rows: rows, columns: columns))]
  }
}

extension LessonLabel {
  init(_ quantity: SizeQuantity) {
    switch quantity {
    case .size: self = .size
    case .rows: self = .rows
    case .columns: self = .columns
    }
  }
}
