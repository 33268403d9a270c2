import VGGDiagnostics
import VGGGraph

extension Explanation {
  /// How many layers are explained one by one.
  static let layersExplained = 300

  /// Every layer with its formulas, the numbers put in.
  func everyLayer(_ named: NamedLayers) -> [TextDocument.Block] {
    guard !named.isEmpty else { return [] }
    let shown = named.indices.prefix(Self.layersExplained)
    let lessons = LayerLessons(named)
    var blocks: [TextDocument.Block] = [.heading("Every layer")]
    for index in shown { blocks.append(lessons.block(of: index)) }
    let rest = named.layers.count - shown.count
    if rest > 0 {
      blocks.append(
        .paragraph(
          """
          Here the list is cut, after \(grouped(shown.count)) layers of
          \(grouped(named.layers.count)). vggc summary lists all.
          """))
    }
    return blocks
  }
}
