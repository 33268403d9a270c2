/// A line of Tests/Windows/windows.csv, with which the window arithmetic of the compiler, the runtime and the
/// kernels is tested.
package struct WindowCase: Hashable, Sendable {
  package let size: Int
  package let kernel: Int
  package let stride: Int
  package let padding: Int
  package let dilation: Int
  package let ceil: Bool
  /// `nil` if the window does not fit.
  package let output: Int?

  private init(_ line: Substring) throws {
    let numbers = line.split(separator: ",").compactMap { Int($0) }
    guard numbers.count == 7 else { throw Malformed(line: String(line)) }
    (size, kernel, stride, padding) = (numbers[0], numbers[1], numbers[2], numbers[3])
    (dilation, ceil) = (numbers[4], numbers[5] == 1)
    output = numbers[6] == 0 ? nil : numbers[6]
  }

  /// Every line of the table.
  package static func all() throws -> [WindowCase] {
    let lines = try Checkout.text("Tests/Windows/windows.csv").split(separator: "\n")
    guard lines.first == "size,kernel,stride,padding,dilation,ceil,output", lines.count > 1_000
    else {
      throw Malformed(line: String(lines.first ?? ""))
    }
    return try lines.dropFirst().map { try WindowCase($0) }
  }

  private struct Malformed: Error {
    let line: String
  }
}
