import VGGDiagnostics

/// `text` escaped for XML content or attributes; characters that XML cannot contain, except control
/// characters, are replaced.
package func escapedXML(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// `text` escaped; characters that neither XML nor HTML can contain are replaced, and so are terminal control
/// characters.
package func escapedPrintable(_ text: String) -> String { escapedXML(printable(text)) }

/// An XML or HTML comment, with double hyphens separated, since they would end it.
func markupComment(_ comment: String) -> String {
  let parts = escapedPrintable(comment).split(separator: "--", omittingEmptySubsequences: false)
  return "<!-- \(parts.joined(separator: "- -")) -->"
}
