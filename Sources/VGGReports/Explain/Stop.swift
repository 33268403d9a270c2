import VGGDiagnostics
import VGGGraph

extension Explanation {
  /// The error at which a model's layers end.
  func stop(of trace: LayerTrace) -> [TextDocument.Block] {
    let stop = trace.stop
    let reason = [stop.message, stop.label].compactMap { $0 }.joined(separator: ": ")
    var blocks: [TextDocument.Block] = [
      .heading("Here it stops"), .alert("\(printable(reason)) [\(stop.id.rawValue)]"),
    ]
    if !stop.notes.isEmpty {
      blocks.append(.formulas(stop.notes.map { printable($0.message) }))
    }
    let helps = stop.fixIts.map { "To mend it: \(printable($0.message))." }
    blocks += helps.map(TextDocument.Block.paragraph)
    blocks.append(
      .paragraph(
        """
        vggc check shows the place in the file; vggc explain \(stop.id.rawValue) explains the check.
        """))
    return blocks
  }
}
