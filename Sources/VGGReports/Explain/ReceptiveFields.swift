import VGGDiagnostics
import VGGGraph

extension Explanation {
  private static let rowsShown = 40

  /// How much of the image a value depends on, block by block.
  func receptiveFields(_ named: NamedLayers) -> [TextDocument.Block] {
    let landmarks = named.landmarks
    guard let last = landmarks.last, let field = named.layers[last].receptiveField else {
      return []
    }
    let table = TextTable(
      [
        .init(title: "after"), .init(title: "map", alignment: .right),
        .init(title: "sees", alignment: .right), .init(title: "jump", alignment: .right),
        .init(title: "padding", alignment: .right),
        .init(title: "pixels that the first value sees", alignment: .right, sacrifice: 1),
      ],
      rows: landmarks.suffix(Self.rowsShown).compactMap { index in
        named.layers[index].receptiveField.map { field in
          .cells([
            named.names[index], "\(named.layers[index].output)", grouped(field.size),
            grouped(field.jump), grouped(field.padding),
            "\(grouped(-field.padding)) to \(grouped(field.size - field.padding - 1))",
          ])
        }
      })
    return [
      .heading("What one value sees"),
      .paragraph(
        """
        A value's receptive field is the part of the image that it depends on: a square of so many
        pixels a side. A pixel sees itself. Each window widens the view by (kernel - 1) jumps, where
        a jump is the distance in pixels between what two neighbours see; a stride multiplies the
        jump, so that the same 3x3 kernel widens the view by more after every pooling:
        """),
      .formulas(["size = size + (kernel - 1)*jump", "jump = jump * stride"]),
      .paragraph(
        """
        Padding is how far the first window reaches past the image's edge; it grows by the layer's
        own padding times the jump. Value number i, counted from 0, sees the pixels
        """),
      .formulas(["from i*jump - padding to i*jump - padding + size - 1."]),
      .table(table),
    ] + growthSentence(named, last, field)
  }

  private func growthSentence(
    _ named: NamedLayers, _ last: Int, _ field: ReceptiveField
  ) -> [TextDocument.Block] {
    guard let first = named.layers.first, case .map(let image) = first.input else { return [] }
    let side = max(image.height, image.width)
    let reach =
      field.size >= side
      ? "at least as much as the image's \(grouped(side))"
      : "less than the image's \(grouped(side))"
    return [
      .paragraph(
        """
        A value of \(named.names[last]) sees \(grouped(field.size)) x \(grouped(field.size)) pixels,
        \(reach)\(field.padding > 0 ? "; at the edges part of that is padding" : ""). A fully
        connected layer sees the whole image.
        """)
    ]
  }
}

extension NamedLayers {
  /// The pooling layers whose view is known, and the last window of all.
  var landmarks: [Int] {
    let windows = indices.filter {
      layers[$0].kind.window != nil && layers[$0].receptiveField != nil
    }
    return windows.filter { !layers[$0].kind.isConvolution || $0 == windows.last }
  }
}
