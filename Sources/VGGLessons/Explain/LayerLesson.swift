import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// One layer's arithmetic, line by line.
package struct LayerLesson {
  let layer: Layer
  /// What a value of the layer's input sees; `nil` for the whole image.
  let fieldBefore: ReceptiveField?
  let nextConvolution: String?
  let phrases: any LessonPhrasebook

  typealias Line = (label: LessonLabel, text: String)

  /// `conv1_1  conv3-64  features.0  3x224x224 -> 64x224x224`.
  func head(_ name: String) -> String {
    let shapes =
      layer.input == layer.output ? "\(layer.input)" : "\(layer.input) -> \(layer.output)"
    var parts = [name]
    for part in [layer.kind.notation, layer.name, shapes] where part != parts.last {
      parts.append(part)
    }
    return parts.joined(separator: "  ")
  }

  var lines: [Line] {
    switch layer.kind {
    case .conv2d(let conv):
      sizes + costs + growth
        + [line(.inChannels, phrases.channelStep(of: conv, next: nextConvolution))]
    case .maxPool2d(let pool):
      [line(.eachValue, phrases.largest(of: pool.window))] + pooling(pool.window)
    case .avgPool2d(let pool):
      [line(.eachValue, phrases.mean(of: pool.window))] + pooling(pool.window)
    case .batchNorm2d(let norm):
      costs + [
        line(.eachValue, phrases.normalized),
        line(.stored, phrases.runningStatistics(channels: norm.channels)),
      ]
    case .relu: [line(.eachValue, phrases.rectified)]
    case .localResponseNorm(let norm): [line(.eachValue, norm.formula(in: phrases))]
    case .adaptiveAvgPool2d(let pool): bins(pool)
    case .flatten: flattened
    case .linear(let linear):
      [line(.inFeatures, phrases.inputFeatures(linear.inputs))] + costs
    case .dropout(let dropout):
      [
        line(.training, phrases.dropped(plain(dropout.probability))),
        line(.inference, phrases.doesNothing),
      ]
    case .softmax: [line(.eachValue, phrases.exponentialShare)]
    }
  }

  /// The lesson, or only what it says of some things, as it is laid out.
  package func entry(_ name: String, about labels: [LessonLabel] = LessonLabel.allCases)
    -> TextDocument.Block
  {
    .entry(
      head(name),
      lines.filter { labels.contains($0.label) }.map { (phrases.label($0.label), $0.text) })
  }

  private func line(_ label: LessonLabel, _ text: String) -> Line { (label, text) }

  private func pooling(_ window: Window) -> [Line] {
    sizes + leftOut(window) + growth + unchangedChannels
  }

  private var sizes: [Line] {
    layer.namedSizeFormulas.map { line(LessonLabel($0.quantity), $0.formula) }
  }

  private var flattened: [Line] {
    [
      line(.valueCount, layer.sizeFormulas.joined(separator: "; ")),
      line(.order, phrases.flattenedOrder),
    ]
  }

  private var costs: [Line] {
    [(LessonLabel.parameters, layer.parameterFormula), (.macs, layer.macFormula)]
      .compactMap { label, formula in formula.map { line(label, $0) } }
  }

  private var growth: [Line] {
    guard let window = layer.kind.window, let fieldBefore,
      let size = fieldBefore.sizeFormula(after: window)
    else { return [] }
    guard window.stride > 1, let after = fieldBefore.after(window) else {
      return [line(.sees, phrases.sees(size))]
    }
    let jump = "\(fieldBefore.jump) * \(window.stride) = \(after.jump)"
    return [line(.sees, phrases.sees(size)), line(.jump, phrases.jump(jump))]
  }

  private var unchangedChannels: [Line] {
    guard case .map(let map) = layer.output else { return [] }
    return [line(.inChannels, phrases.channelsStay(map.channels))]
  }

  private func leftOut(_ window: Window) -> [Line] {
    guard case .map(let map) = layer.input else { return [] }
    let rows = window.uncovered(map.height)
    let columns = window.uncovered(map.width)
    guard rows > 0 || columns > 0 else { return [] }
    return [line(.leftOut, phrases.leftOut(rows: rows, columns: columns))]
  }

  private func bins(_ pool: AdaptiveAvgPool2d) -> [Line] {
    guard case .map(let map) = layer.input else { return [] }
    let rows = AdaptiveAvgPool2d.binFormulas(input: map.height, output: pool.height)
    return [
      line(.bin, phrases.binRows(from: rows.start, upTo: rows.end)),
      line(.columns, phrases.binColumns("\(map.width)/\(pool.width)")),
    ]
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
