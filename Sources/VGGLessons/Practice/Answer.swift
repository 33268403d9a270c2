import VGGDiagnostics
import VGGGraph

/// What a question asks for: a number, or the shape of a map.
package enum Answer: Hashable, Sendable {
  case count(Int)
  case map([Int])

  /// How somebody's answer stands to the right one.
  package enum Verdict: Sendable {
    case right
    case wrong
    /// No number, or no shape where one is asked for.
    case unreadable
  }

  /// `25,088` or `64x112x112`.
  package var text: String {
    switch self {
    case .count(let count): grouped(count)
    case .map(let sizes): sizes.map(String.init).joined(separator: "x")
    }
  }

  /// Judges what somebody typed.
  ///
  /// Numbers may have their thousands set apart; a shape is three numbers with an `x`, a `*`, a
  /// comma or a space between. For example: `25088`, `25,088`, `64 x 112 x 112`, `(64, 112, 112)`.
  package func verdict(on typed: String) -> Verdict {
    switch self {
    case .count(let count):
      guard let number = number(in: typed) else { return .unreadable }
      return number == count ? .right : .wrong
    case .map(let sizes):
      guard let numbers = numbers(in: typed) else { return .unreadable }
      return numbers == sizes ? .right : .wrong
    }
  }

  private func number(in typed: String) -> Int? {
    let digits = typed.unicodeScalars.filter { !" ,_'\t\r".unicodeScalars.contains($0) }
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    // More digits than 64 bits hold are a number all the same, and a wrong one.
    return Int(String(String.UnicodeScalarView(digits))) ?? .max
  }

  private func numbers(in typed: String) -> [Int]? {
    let separators = "xX*\u{D7},; \t\r()[]".unicodeScalars
    let parts = typed.unicodeScalars.split { separators.contains($0) }
    let numbers = parts.compactMap { number(in: String(String.UnicodeScalarView($0))) }
    return numbers.count == parts.count && numbers.count == 3 ? numbers : nil
  }
}
