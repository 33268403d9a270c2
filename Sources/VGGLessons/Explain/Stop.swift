import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup

extension Explanation {
  /// The error at which a model's layers end.
  func stop(of trace: LayerTrace) -> [TextDocument.Block] {
    let stop = trace.stop
    var blocks: [TextDocument.Block] = [
      .heading(phrases.stopHeading), .alert("\(stop.reason) [\(stop.id.rawValue)]"),
    ]
    if !stop.notes.isEmpty {
      blocks.append(.formulas(stop.notes.map { printable($0.message) }))
    }
    let helps = stop.fixIts.map { phrases.repair(printable($0.message)) }
    blocks += helps.map(TextDocument.Block.paragraph)
    blocks.append(.paragraph(phrases.moreAbout(stop.id)))
    return blocks
  }
}
