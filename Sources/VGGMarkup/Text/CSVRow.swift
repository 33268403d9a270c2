/// One line of a comma-separated table (RFC 4180): fields that contain a comma, a quote or a line
/// break are quoted.
package func csvRow(_ fields: [String]) -> String {
  fields.map { field in
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return field
    }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }.joined(separator: ",") + "\r\n"
}
