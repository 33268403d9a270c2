import VGGDiagnostics
import VGGFiles
import VGGFindings

/// The findings in English, the language of all machine-readable formats.
package struct EnglishFindings: FindingPhrasebook {
  package init() {}

  package var headings: ReportHeadings {
    ReportHeadings(error: "error", warning: "warning", note: "note", help: "help")
  }

  package func inFile(_ name: String, _ message: String) -> String { "in \(name): \(message)" }

  package var applyAllFixes: String { "apply all fixes in this file" }

  package func title(of action: FixIt.Action) -> String {
    switch action {
    case .replace(let old, let new): "replace \(shortened(old)) with \(new)"
    case .remove(let text): "remove \(shortened(text))"
    case .write(let text): "write \(shortened(text))"
    case .crop(let size): "crop to \(size)"
    case .removeQuotes: "remove the quotes"
    case .convert(let text): "write the configuration: \(firstLines(of: text))"
    case .insertComma: "insert a comma"
    case .move(let section, _): "move it under \(section)"
    }
  }

  package func explanation(of id: DiagnosticID) -> FindingExplanation { id.explanation }

  package var explanationHeadings: ExplanationHeadings {
    ExplanationHeadings(example: "Example", repair: "What to do", repaired: "Fixed")
  }

  package func words(for cause: UnreadableFile.Cause) -> String { cause.reason }

  package func writingReason(_ text: String) -> String { text }

  func didYouMean(_ name: String) -> String { "did you mean `\(name)`?" }

  /// Square images by their sides: `from 224 x 224 to 255 x 255`, or `of 32 x 32` for one size.
  package func squares(_ sides: ClosedRange<Int>) -> String {
    let (least, greatest) = (sides.lowerBound, sides.upperBound)
    return least == greatest
      ? "of \(least) x \(least)" : "from \(least) x \(least) to \(greatest) x \(greatest)"
  }
}
