import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGSyntax

/// The errors in a text that is meant as a configuration but is not quite in its notation, and the
/// edits that repair it.
package struct Slips: Sendable {
  package let diagnostics: [Diagnostic]
  package let edits: [TextEdit]
}

/// The largest text that is searched.
private let largestText = 4 << 20

/// Finds look-alike characters, missing commas, and signs of programming languages.
///
/// Only for texts in which an error was found: otherwise text that looks like a slip might not be one.
package func findSlips(_ source: SourceID, in sources: SourceMap) -> Slips {
  let file = sources[source]
  guard file.bytes.count <= largestText, String(validating: file.bytes, as: UTF8.self) != nil else {
    return Slips(diagnostics: [], edits: [])
  }
  var scanner = SlipScanner(file, source)
  return scanner.slips()
}
