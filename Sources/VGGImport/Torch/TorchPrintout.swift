import VGGFindings

/// PyTorch's printed form of a module: `(0): Conv2d(3, 64, kernel_size=(3, 3), …)`, one module per line.
enum TorchPrintout: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let start = text.lines.firstIndex(where: { isOpening($0.text) }) else { return nil }
    let lines = text.lines[start...]
    guard lines.dropFirst().prefix(3).contains(where: { PrintedModule($0) != nil }) else {
      return nil
    }
    var printed = PrintedNetwork(name: String(lines[start].text.dropLast()))
    for line in lines.dropFirst() where !line.text.isEmpty {
      printed.take(line, in: text, opensAnother: isOpening(line.text))
    }
    printed.end(at: text.lines.last?.range ?? lines[start].range)
    return TextReading(
      .torchPrintout, at: lines[start].range, printed.network, without: printed.obstacles)
  }

  /// Whether the line opens a printed module, such as `VGG(`.
  private static func isOpening(_ line: String) -> Bool {
    guard line.hasSuffix("("), line.utf8.count > 1 else { return false }
    return line.dropLast().utf8.allSatisfy {
      $0.isDigit || $0 == UInt8(ascii: "_")
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
  }
}

/// A line of a print-out: `(features): Sequential(`, `(0): ReLU(inplace=True)`.
private struct PrintedModule {
  let name: String
  /// The UTF-8 offsets in the file.
  let value: Range<Int>
  let opens: Bool

  init?(_ line: TextLine) {
    guard line.text.hasPrefix("("), let separator = line.text.firstRange(of: "): ") else {
      return nil
    }
    name = String(line.text[line.text.index(after: line.text.startIndex)..<separator.lowerBound])
    let start = line.text.utf8.distance(
      from: line.text.startIndex, to: separator.upperBound)
    value = (line.range.lowerBound + start)..<line.range.upperBound
    opens = line.text.hasSuffix("(")
  }
}

private struct PrintedNetwork {
  private let name: String
  /// The modules whose parentheses are open, the outermost first.
  private var open: [String]
  private var isOver = false
  private var children: [String] = []
  private var layers: [ImportedLayer] = []
  private(set) var obstacles: [Obstacle] = []

  init(name: String) {
    self.name = name
    open = [name]
  }

  /// The names of the children of torchvision's VGG, whose forward() is known.
  private static let usualChildren = [
    ["features"], ["features", "avgpool", "classifier"], ["features", "classifier"],
    ["features", "avgpool", "flatten", "classifier"],
  ]

  var network: ImportedNetwork {
    var network = ImportedNetwork(layers: layers)
    if name != "Sequential" {
      network.flattensItself = true
      if !Self.usualChildren.contains(children) { network.differences = [.forward(name)] }
    }
    return network
  }

  /// Notes an obstacle if the printout was cut off.
  mutating func end(at place: Range<Int>) {
    if !isOver { obstacles.append(Obstacle(.missing(")", of: name), at: place)) }
  }

  /// - Parameter opensAnother: Whether the line is the first of a printout.
  mutating func take(_ line: TextLine, in text: CandidateText, opensAnother: Bool) {
    // Text after the printout is skipped.
    if isOver {
      if opensAnother { obstacles.append(Obstacle(.branch(line.text), at: line.range)) }
      return
    }
    if line.text == ")" {
      open.removeLast()
      isOver = open.isEmpty
      return
    }
    guard let module = PrintedModule(line) else {
      obstacles.append(Obstacle(.expression, at: line.range))
      return
    }
    if open.count == 1 { children.append(module.name) }
    if module.opens {
      let type = text.file.text(module.value.lowerBound..<(module.value.upperBound - 1))
      open.append(type)
      if type != "Sequential" { obstacles.append(Obstacle(.layer(type), at: line.range)) }
      return
    }
    var parser = PythonParser(PythonToken.all(in: text.file.bytes, module.value))
    guard let node = parser.value(), parser.token == nil, case .call(let call) = node.value else {
      obstacles.append(Obstacle(.expression, at: module.value))
      return
    }
    // Old versions of PyTorch printed `ReLU(inplace)`.
    do throws(Obstacle) {
      layers += try TorchLayers.layers(of: call, at: node.range)
    } catch {
      obstacles.append(error)
    }
  }
}
