import VGGDiagnostics

extension CodePrinter {
  mutating func print(_ declaration: SwiftDeclaration) {
    print(declaration.documentation)
    switch declaration.kind {
    case .structure(let structure): print(structure)
    case .property(let name, let type): print("public let \(name): \(type.text)")
    case .computed(let name, let type, let value):
      print("public var \(name): \(type.text) {")
      indented { $0.print(value) }
      print("}")
    case .function(let function): print(function)
    }
  }

  private mutating func print(_ structure: SwiftStructure) {
    let conformances = structure.conformances.joined(separator: ", ")
    print("public struct \(structure.name)\(conformances.isEmpty ? "" : ": \(conformances)") {")
    indented { printer in
      printer.separated(structure.members) { $0.print($1) }
    }
    print("}")
  }

  private mutating func print(_ function: SwiftFunction) {
    let parameters = function.parameters.map(\.text).joined(separator: ", ")
    let effects = function.doesThrow ? " throws" : ""
    let result = function.result.map { " -> \($0.text)" } ?? ""
    let line = "public \(function.introducer)(\(parameters))\(effects)\(result) {"
    if line.count <= room {
      print(line)
    } else {
      print("public \(function.introducer)(")
      indented { $0.print(parameters) }
      print(")\(effects)\(result) {")
    }
    indented { printer in
      for statement in function.body { printer.print(statement) }
    }
    print("}")
  }

  private mutating func print(_ documentation: [DocumentationPart]) {
    for (index, part) in documentation.enumerated() {
      if index > 0 { print("///") }
      switch part {
      case .paragraph(let text):
        for line in wrap(printable(text), width: room - 4) { print("/// \(line)") }
      case .arithmetic(let lines): print(lines)
      case .throws(let text):
        let lines = wrap("- Throws: \(printable(text))", width: room - 6)
        for (index, line) in lines.enumerated() {
          print(index == 0 ? "/// \(line)" : "///   \(line)")
        }
      }
    }
  }

  private mutating func print(_ lines: [WorkedLine]) {
    let column = (lines.map(\.quantity.count).max() ?? 0) + 2
    for line in lines {
      let gap = String(repeating: " ", count: column - line.quantity.count)
      print("///     \(line.quantity)\(gap)\(line.formula)")
    }
  }
}

extension SwiftParameter {
  /// `_ image: FeatureMap<3, 32, 32>`, `weights: some WeightSource`.
  fileprivate var text: String {
    let names = label == name ? name : "\(label ?? "_") \(name)"
    return "\(names): \(type.text)"
  }
}
