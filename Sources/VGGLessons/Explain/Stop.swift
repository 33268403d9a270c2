import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup

extension Explanation {
  /// The section on the error at which a model's layers end.
  func stop(of trace: LayerTrace) -> [TextDocument.Block] {
    let stop = trace.stop
    let notes = stop.words(in: phrases.findings).notes
    var blocks: [TextDocument.Block] = [
      .heading(phrases.lessonTexts.stopHeading),
      .alert("\(stop.reason(in: phrases.findings)) [\(stop.id.rawValue)]"),
    ]
    if !notes.isEmpty {
      blocks.append(.formulas(notes.map { printable($0.message) }))
    }
    let helps = stop.fixIts.map {
      phrases.repair(printable(phrases.findings.title(of: $0.action)))
    }
    blocks += helps.map(TextDocument.Block.paragraph)
    blocks.append(.paragraph(phrases.moreAbout(stop.id)))
    return blocks
  }
}
