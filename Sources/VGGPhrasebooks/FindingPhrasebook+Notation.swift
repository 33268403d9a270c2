import VGGDiagnostics
import VGGFiles
import VGGFindings

/// Numbers, sizes and code, which are the same in every language.
extension FindingPhrasebook {
  /// The height and width: `7 x 5`.
  func sides(_ size: PlaneSize) -> String { "\(size.height) x \(size.width)" }

  /// The shape: `512 x 7 x 7`.
  func shape(_ map: MapShape) -> String { "\(map.channels) x \(map.height) x \(map.width)" }

  /// The division with its remainder: `64 = 21*3 + 1`.
  func division(of number: Int, by divisor: Int) -> String {
    "\(number) = \(number / divisor)*\(divisor) + \(number % divisor)"
  }

  /// The number in hexadecimal, with at least `digits` digits.
  func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// A text on one line, short enough for a sentence.
  func firstLines(of text: String) -> String {
    let words = text.split { $0 == " " || $0 == "\n" }
    return shortened(words.joined(separator: " ").replacing("[ ", with: "["))
  }

  func numbers(_ indices: [Int]) -> String {
    indices.map(String.init).joined(separator: ", ")
  }

  /// The torchvision names of a classifier's layers.
  func places(_ indices: [Int]) -> String {
    indices.map { "classifier.\($0)" }.joined(separator: ", ")
  }

  /// A bound in the documentation's notation: `1,000,000`, `0.000001`.
  func bound(_ value: Double) -> String {
    if value.magnitude >= 1, let whole = Int(exactly: value) { return grouped(whole) }
    return value == 1e-6 ? "0.000001" : plain(value)
  }

  /// The command that writes the names in a Python dictionary as lines.
  func labelConversion(of path: String) -> String {
    "`python3 -c \"import ast, sys; d = ast.literal_eval(open(sys.argv[1]).read()); "
      + "print(*[d[k] for k in sorted(d)], sep='\\n')\" \(shellQuoted(path)) > labels.txt`"
  }
}
