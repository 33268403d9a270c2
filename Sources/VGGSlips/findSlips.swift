import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGSyntax

/// What is wrong with a text that is meant as a configuration and is not quite in its notation, and the
/// edits that repair it.
package struct Slips: Sendable {
  package let diagnostics: [Diagnostic]
  package let edits: [TextEdit]
}

/// The largest text that is searched.
private let largestText = 4 << 20

/// Look-alike characters, missing commas, and signs of programming languages.
///
/// For texts in which an error was found: nothing else makes sure that what looks like a slip is one.
package func findSlips(_ source: SourceID, in sources: SourceMap) -> Slips {
  let file = sources[source]
  guard file.bytes.count <= largestText, String(validating: file.bytes, as: UTF8.self) != nil else {
    return Slips(diagnostics: [], edits: [])
  }
  var scanner = SlipScanner(file, source)
  return scanner.slips()
}
