import VGGFindings
import VGGImport

/// The shortest decimal number that is `value` in single precision: 0.001, not 0.0010000000474974513.
func decimal(_ value: Float) -> Double { Double("\(value)") ?? Double(value) }

extension ONNXNode {
  func obstacle(_ name: String, _ values: [Int]? = nil) -> Obstacle {
    Obstacle(.value(values.map { "\($0)" } ?? attributes[name]?.text ?? "", of: name), at: range)
  }

  /// Two numbers in their bounds, or one for both; `nil` if none is stated.
  func sides(_ name: String, _ bounds: ClosedRange<Int>) throws -> Sides? {
    guard let attribute = attributes[name] else { return nil }
    let values =
      attribute.integers.isEmpty ? attribute.integer.map { [$0] } ?? [] : attribute.integers
    guard let first = values.first, let last = values.last, values.count <= 2,
      values.allSatisfy(bounds.contains)
    else { throw obstacle(name) }
    return Sides(height: first, width: last)
  }

  func needed(_ name: String) throws -> Int {
    guard let value = attributes[name]?.integer else {
      throw Obstacle(.missing(name, of: shownName), at: range)
    }
    return value
  }

  func number(_ name: String, _ usual: Double) -> Double {
    attributes[name]?.float.map(decimal) ?? usual
  }

  func expect(_ name: String, _ value: Int) throws {
    guard let attribute = attributes[name] else { return }
    let values = attribute.integers.isEmpty ? [attribute.integer ?? value] : attribute.integers
    guard values.allSatisfy({ $0 == value }) else { throw obstacle(name) }
  }
}
