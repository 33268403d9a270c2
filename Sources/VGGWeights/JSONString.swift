import VGGFiles

/// `text` as a JSON string, in quotes; a byte of a path that is not UTF-8 appears as `\xE9`.
package func jsonString(_ text: String) -> String {
  var json = "\""
  for scalar in PathText.shown(text).unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\n": json += "\\n"
    case "\r": json += "\\r"
    case "\t": json += "\\t"
    case "\u{0}"..<"\u{20}":
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
