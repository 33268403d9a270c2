import VGGDiagnostics
import VGGFiles
import VGGWeights

/// The contents of an ONNX file, without the values of tensors.
struct ONNXFile {
  let path: String
  let file: MappedFile
  private(set) var graphName = ""
  private(set) var nodes: [ONNXNode] = []
  /// The tensors by name.
  private(set) var tensors: [String: ONNXTensor] = [:]
  /// The inputs of the graph, with their extents if stated; initialisers may be among them.
  private(set) var inputs: [(name: String, shape: [Int?])] = []
  private(set) var outputs: [String] = []
  private(set) var metadata: [String: String] = [:]
  /// The version of the operator set.
  private(set) var version = 0
  /// The nodes, one per line.
  private(set) var listing = ""

  private static let mostNodes = 100_000
  private static let mostListing = SourceFile.maximumSize

  /// - Throws: `WeightError` if the bytes are not a model, or the model has too many nodes.
  init(_ file: MappedFile) throws(WeightError) {
    path = file.path
    self.file = file
    var fields = WireFields(
      file.bytes, in: 0..<file.bytes.count, of: "the ONNX model", file: file.path)
    var hasGraph = false
    while let field = try fields.next() {
      guard case .bytes(let range) = field.value else { continue }
      switch field.number {
      case 7:
        hasGraph = true
        try readGraph(fields.message(range, "the ONNX graph"))
      case 8: try readVersion(fields.message(range, "the operators' version"))
      case 14:
        let entry = try ONNXEntry(fields.message(range, "the model's metadata"))
        if metadata.count < 1024 { metadata[entry.key] = entry.value }
      default: break
      }
    }
    guard hasGraph else { throw fields.failure("the model has no graph", at: 0) }
  }

  private mutating func readVersion(_ bytes: WireFields) throws(WeightError) {
    var fields = bytes
    var (domain, number) = ("", 0)
    while let field = try fields.next() {
      if case .bytes(let range) = field.value, field.number == 1 { domain = try fields.text(range) }
      if case .varint(let value) = field.value, field.number == 2 { number = Int(clamping: value) }
    }
    if domain.isEmpty || domain == "ai.onnx" { version = number }
  }

  private mutating func readGraph(_ bytes: WireFields) throws(WeightError) {
    var fields = bytes
    while let field = try fields.next() {
      guard case .bytes(let range) = field.value else { continue }
      switch field.number {
      case 1:
        var node = try ONNXNode(fields.message(range, "an ONNX node"))
        let line = node.line
        let start = listing.utf8.count
        listing += line + "\n"
        node.range = start..<listing.utf8.count - 1
        nodes.append(node)
        guard nodes.count <= Self.mostNodes, listing.utf8.count <= Self.mostListing else {
          throw fields.failure("the graph has more than \(Self.mostNodes) nodes", at: field.place)
        }
      case 2: graphName = try fields.text(range)
      case 5:
        let tensor = try ONNXTensor(
          fields.message(range, "an ONNX initialiser"), at: range.lowerBound)
        guard tensors.count < Self.mostNodes else {
          throw fields.failure("the graph has more than \(Self.mostNodes) tensors", at: field.place)
        }
        guard tensors.updateValue(tensor, forKey: tensor.name) == nil else {
          throw fields.failure("tensor \(quoted(tensor.name)) appears twice", at: field.place)
        }
      case 11, 12:
        let value = try Self.value(fields.message(range, "an ONNX value"))
        guard inputs.count + outputs.count < Self.mostNodes else {
          throw fields.failure("the graph has too many inputs and outputs", at: field.place)
        }
        if field.number == 11 { inputs.append(value) } else { outputs.append(value.name) }
      default: break
      }
    }
  }

  /// A value's name and the extents of its tensor; `nil` for extents that are symbols.
  private static func value(
    _ bytes: WireFields
  ) throws(WeightError) -> (name: String, shape: [Int?]) {
    var (name, shape) = ("", [Int?]())
    var fields = bytes
    while let field = try fields.next() {
      guard case .bytes(let range) = field.value else { continue }
      if field.number == 1 { name = try fields.text(range) }
      // The path is type, tensor_type, shape, dim, dim_value.
      if field.number == 2, let tensor = try inner(fields.message(range, "a type"), 1),
        let dimensions = try inner(tensor, 2)
      {
        var axes = dimensions
        while let axis = try axes.next() {
          guard axis.number == 1, case .bytes(let range) = axis.value, shape.count < 8 else {
            continue
          }
          var extent = axes.message(range, "an extent")
          var value: Int?
          while let field = try extent.next() {
            if field.number == 1, case .varint(let number) = field.value {
              value = Int(exactly: number)
            }
          }
          shape.append(value)
        }
      }
    }
    return (name, shape)
  }

  /// The message in the field with that number.
  private static func inner(
    _ bytes: WireFields, _ number: Int
  ) throws(WeightError) -> WireFields? {
    var fields = bytes
    while let field = try fields.next() {
      if field.number == number, case .bytes(let range) = field.value {
        return fields.message(range, "a type")
      }
    }
    return nil
  }

  /// The file of tensors next to the model.
  ///
  /// - Throws: `WeightError` for a path that leads elsewhere, and for a file that cannot be read.
  func external(
    _ location: String, of tensor: String, at place: Int
  ) throws(WeightError) -> MappedFile {
    let parts = location.split(separator: "/", omittingEmptySubsequences: false)
    guard !location.utf8.contains(0), parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
      throw WeightError(
        .malformed, file: path, offset: place,
        "tensor \(quoted(tensor)) should be in \(quoted(location)), which is not a file in the model's folder"
      )
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    guard FileKind(of: folder + location, followingLinks: false) == .file else {
      throw WeightError(
        .unreadable, file: path, offset: place,
        "tensor \(quoted(tensor)) should be in \(quoted(folder + location)), which does not exist or is not a file"
      )
    }
    return try MappedFile(path: folder + location)
  }
}
