import VGGDiagnostics
import VGGGraph
import VGGSpec

/// The answer to a question: a number, a height and a width, or the shape of a map.
package enum Answer: Hashable, Sendable {
  case count(Int)
  /// A height and a width.
  case sides(Sides)
  case map([Int])

  /// The result of checking a typed answer.
  package enum Verdict: Sendable {
    case right
    case wrong
    /// Not a number, or not the numbers of a shape if the question asks for one.
    case unreadable
  }

  /// The answer as text: `25,088`, `15x7` or `64x112x112`.
  package var text: String {
    switch self {
    case .count(let count): grouped(count)
    case .sides(let sides): sides.text
    case .map(let sizes): sizes.map(String.init).joined(separator: "x")
    }
  }

  /// Checks a typed answer.
  ///
  /// Numbers may have thousands separators; those of a shape are separated by an `x`, a `*`, a comma or a
  /// space. For example: `25088`, `25,088`, `64 x 112 x 112`, `(64, 112, 112)`.
  package func verdict(on typed: String) -> Verdict {
    switch self {
    case .count(let count):
      guard let number = number(in: typed) else { return .unreadable }
      return number == count ? .right : .wrong
    case .sides(let sides): return verdict(on: typed, expecting: sides.list)
    case .map(let sizes): return verdict(on: typed, expecting: sizes)
    }
  }

  private func verdict(on typed: String, expecting sizes: [Int]) -> Verdict {
    guard let numbers = numbers(in: typed), numbers.count == sizes.count else {
      return .unreadable
    }
    return numbers == sizes ? .right : .wrong
  }

  private func number(in typed: String) -> Int? {
    let digits = typed.unicodeScalars.filter { !" ,_'\t\r".unicodeScalars.contains($0) }
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    // A number that does not fit in 64 bits is still a number, and a wrong answer.
    return Int(String(String.UnicodeScalarView(digits))) ?? .max
  }

  private func numbers(in typed: String) -> [Int]? {
    let separators = "xX*\u{D7},; \t\r()[]".unicodeScalars
    let parts = typed.unicodeScalars.split { separators.contains($0) }
    let numbers = parts.compactMap { number(in: String(String.UnicodeScalarView($0))) }
    return numbers.count == parts.count ? numbers : nil
  }
}
