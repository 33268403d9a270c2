/// The output of a command according to a page.
///
/// `…` alone on a line matches any lines, and within a line any text. Times and speeds differ by machine, and so does
/// the number of spaces in a row; numbers with a fraction may differ by ``tolerance``.
struct ShownOutput {
  let lines: [String]
  /// Instructions round differently, so training has a different result on another processor. If it is infinite, any
  /// number matches any other, and so do the dots of a matrix.
  let tolerance: Double

  /// Whether `printed` is the output that the page shows.
  func describes(_ printed: String) -> Bool {
    var printed = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if printed.last == "" { printed.removeLast() }
    return matches(lines[...], printed[...])
  }

  private func matches(_ shown: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    let rest = shown.dropFirst()
    if first == "…" {
      return (printed.startIndex...printed.endIndex).contains { matches(rest, printed[$0...]) }
    }
    guard let line = printed.first else { return false }
    return isLike(first, line) && matches(rest, printed.dropFirst())
  }

  private func isLike(_ shown: String, _ printed: String) -> Bool {
    let (shown, printed) =
      tolerance.isInfinite
      ? (Self.withoutNumbers(shown), Self.withoutNumbers(printed)) : (shown, printed)
    let parts = shown.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return agree(Self.untimed(shown), Self.untimed(printed)) }
    var rest = printed[...]
    for (index, part) in parts.enumerated() where !part.isEmpty {
      guard let range = rest.firstRange(of: part), index > 0 || range.lowerBound == rest.startIndex
      else { return false }
      rest = rest[range.upperBound...]
    }
    return parts.last?.isEmpty == true || rest.isEmpty
  }

  /// Whether two lines differ only in numbers with a fraction, and these by no more than the tolerance.
  private func agree(_ shown: String, _ printed: String) -> Bool {
    let number = /[0-9]+\.[0-9]+/
    let pairs = zip(shown.matches(of: number), printed.matches(of: number))
    return shown.replacing(number, with: "#") == printed.replacing(number, with: "#")
      && pairs.allSatisfy { pair in
        guard let ours = Double(pair.0.output), let theirs = Double(pair.1.output) else {
          return false
        }
        return abs(ours - theirs) <= tolerance
      }
  }

  private static func withoutNumbers(_ line: String) -> String {
    line.replacing(/[0-9][0-9,]*(\.[0-9]+)?(e-?[0-9]+)?/, with: "#")
      .replacing(/(?:^|\s)\.(?=\s|$)/, with: " #")
  }

  private static func untimed(_ line: String) -> String {
    line.replacing(/[0-9,]+ images\/s/, with: "images/s").replacing(/초당 [0-9,]+장/, with: "초당")
      .replacing(/\s+[0-9]+:[0-9:]+$/, with: "")
      .replacing(/\s+/, with: " ")
  }
}
