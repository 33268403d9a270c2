import VGGDiagnostics
import VGGGraph
import VGGMarkup
import VGGSpec

extension Explanation {
  private static let rowsShown = 40

  /// The section on the part of the image that a value depends on, block by block.
  func receptiveFields(_ named: NamedLayers) -> [TextDocument.Block] {
    let landmarks = named.landmarks
    guard let last = landmarks.last, let field = named.layers[last].receptiveField else {
      return []
    }
    let titles = phrases.lessonTexts.receptiveFieldColumns
    let table = TextTable(
      [
        .init(title: titles.after), .init(title: titles.map, alignment: .right),
        .init(title: titles.sees, alignment: .right), .init(title: titles.jump, alignment: .right),
        .init(title: titles.padding, alignment: .right),
        .init(title: titles.pixels, alignment: .right, sacrifice: 1),
      ],
      rows: landmarks.suffix(Self.rowsShown).compactMap { index in
        named.layers[index].receptiveField.map { field in
          .cells([
            named.names[index], "\(named.layers[index].output)", grouped(field.size),
            grouped(field.jump), grouped(field.padding), pixels(field),
          ])
        }
      })
    return [
      .heading(phrases.lessonTexts.receptiveFieldsHeading),
      .paragraph(phrases.lessonTexts.receptiveFieldMeaning),
      .formulas(named.receptiveFieldFormulas(phrases.lessonTexts)),
    ] + (named.hasRectangles ? [.paragraph(phrases.lessonTexts.rectangularFields)] : []) + [
      .paragraph(phrases.lessonTexts.firstWindowReach),
      .formulas([phrases.lessonTexts.pixelsSeenFormula]), .table(table),
    ] + growthSentence(named, upTo: last, field)
  }

  /// The pixels in the first value's receptive field, for both axes together or for each.
  private func pixels(_ field: ReceptiveField) -> String {
    if field.isSquare { return pixels(field.rows) }
    return "\(phrases.name(of: SizeQuantity.rows)) \(pixels(field.rows)), "
      + "\(phrases.name(of: SizeQuantity.columns)) \(pixels(field.columns))"
  }

  private func pixels(_ field: ReceptiveFieldAxis) -> String {
    phrases.pixels(from: grouped(-field.padding), to: grouped(field.size - field.padding - 1))
  }

  private func growthSentence(
    _ named: NamedLayers, upTo last: Int, _ field: ReceptiveField
  ) -> [TextDocument.Block] {
    guard let first = named.layers.first, case .map(let image) = first.input else { return [] }
    let precedesLinear = named.layers[last...].contains { $0.kind.linear != nil }
    return [
      .paragraph(
        phrases.reach(
          of: named.names[last], field, image: image.plane, precedesLinear: precedesLinear))
    ]
  }
}

extension NamedLayers {
  /// The indices of the pooling layers with a known receptive field, and of the last layer with a window.
  package var landmarks: [Int] {
    let windows = indices.filter {
      layers[$0].kind.window != nil && layers[$0].receptiveField != nil
    }
    return windows.filter { layers[$0].kind.convolution == nil || $0 == windows.last }
  }
}
