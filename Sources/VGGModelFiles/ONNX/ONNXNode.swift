import VGGDiagnostics
import VGGWeights

/// A node of a graph: an operator with its inputs and outputs.
struct ONNXNode {
  private(set) var name = ""
  private(set) var type = ""
  private(set) var inputs: [String] = []
  private(set) var outputs: [String] = []
  private(set) var attributes: [String: ONNXAttribute] = [:]
  /// The UTF-8 offsets of its line in the listing.
  var range = 0..<0

  private static let mostInputs = 1 << 16

  init(_ bytes: WireFields) throws(WeightError) {
    var fields = bytes
    var domain = ""
    while let field = try fields.next() {
      guard case .bytes(let range) = field.value else { continue }
      switch field.number {
      case 1: inputs.append(try fields.text(range))
      case 2: outputs.append(try fields.text(range))
      case 3: name = try fields.text(range)
      case 4: type = try fields.text(range)
      case 5:
        let attribute = try ONNXAttribute(fields.message(range, "an ONNX attribute"))
        attributes[attribute.name] = attribute
      case 7: domain = try fields.text(range)
      default: break
      }
      guard inputs.count + outputs.count + attributes.count <= Self.mostInputs else {
        throw fields.failure(
          "a node has more than \(Self.mostInputs) inputs, outputs and attributes")
      }
    }
    // Other domains use the same names for other operators.
    if !domain.isEmpty, domain != "ai.onnx" { type = "\(domain).\(type)" }
  }

  /// The name, or the output's name if the node has none.
  var shownName: String { name.isEmpty ? outputs.first ?? type : name }

  /// The node as a line: `conv1 = Conv(input, w, b)  kernel_shape=[3, 3]`.
  var line: String {
    let shown = inputs.prefix(4).map { printable(shortened($0)) }
    let values = attributes.values.sorted { $0.name < $1.name }.prefix(8).map { attribute in
      "\(printable(shortened(attribute.name)))=\(attribute.text)"
    }
    let call =
      "\(printable(shortened(shownName))) = \(printable(shortened(type)))(\(shown.joined(separator: ", ")))"
    return ([call] + values).joined(separator: "  ")
  }
}

/// A named value of a node.
struct ONNXAttribute {
  private(set) var name = ""
  private(set) var float: Float?
  private(set) var integer: Int?
  private(set) var integers: [Int] = []
  private(set) var string: String?
  private(set) var tensor: ONNXTensor?

  private static let mostIntegers = 64

  init(_ bytes: WireFields) throws(WeightError) {
    var fields = bytes
    while let field = try fields.next() {
      switch (field.number, field.value) {
      case (1, .bytes(let range)): name = try fields.text(range)
      case (2, .fixed32(let bits)): float = Float(bitPattern: bits)
      case (3, .varint(let bits)): integer = Int(Int64(bitPattern: bits))
      case (4, .bytes(let range)): string = try? fields.text(range)
      case (5, .bytes(let range)):
        tensor = try ONNXTensor(
          fields.message(range, "an attribute's tensor"), at: range.lowerBound)
      case (8, let value):
        integers += try fields.integers(value, limit: Self.mostIntegers)
        guard integers.count <= Self.mostIntegers else {
          throw fields.failure("an attribute has more than \(Self.mostIntegers) numbers")
        }
      default: break
      }
    }
  }

  /// The value in the form for messages.
  var text: String {
    if !integers.isEmpty { return "\(integers)" }
    if let integer { return "\(integer)" }
    if let float { return "\(float)" }
    if let string { return printable(shortened(string)) }
    return "…"
  }
}
