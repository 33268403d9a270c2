import Testing

/// Compares `text` with the part of a page between the comments `<!-- name -->` and `<!-- /name -->`; with
/// `VGGC_RECORD=1` in the environment, writes it there.
package func expectRecordedPart(
  _ text: String, _ name: String, of page: String, at location: SourceLocation = #_sourceLocation
) throws {
  let whole = try Checkout.text(page)
  let start = try #require(whole.firstRange(of: "<!-- \(name) -->\n\n")?.upperBound)
  let end = try #require(whole[start...].firstRange(of: "\n<!-- /\(name) -->")?.lowerBound)
  try expectRecorded(whole[..<start] + text + whole[end...], page, at: location)
}
