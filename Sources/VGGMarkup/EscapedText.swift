import VGGDiagnostics

/// `text` as XML's content or attribute; what XML cannot hold even so, control characters apart, is
/// replaced.
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

/// `text` escaped; characters that neither XML nor HTML can hold are replaced, as those that would steer a
/// terminal are.
package func escapedPrintable(_ text: String) -> String { escapedXML(printable(text)) }

/// A comment of XML or HTML; two hyphens would end it.
func markupComment(_ comment: String) -> String {
  let parts = escapedPrintable(comment).split(separator: "--", omittingEmptySubsequences: false)
  return "<!-- \(parts.joined(separator: "- -")) -->"
}
