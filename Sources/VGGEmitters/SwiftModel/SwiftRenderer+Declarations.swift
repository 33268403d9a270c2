import VGGDiagnostics

extension CodePrinter {
  /// Prints the declaration; disables swift-format for it if the string of a constant does not fit on a line.
  mutating func print(_ declaration: SwiftDeclaration) {
    guard case .constant = declaration.kind else { return printLines(of: declaration) }
    prefacedIfLong("declaration") { $0.printLines(of: declaration) }
  }

  private mutating func printLines(of declaration: SwiftDeclaration) {
    print(declaration.documentation)
    let access = declaration.access.modifier
    switch declaration.kind {
    case .structure(let structure): print(structure, access: access)
    case .property(let name, let type): print("\(access)let \(name): \(type.text)")
    case .constant(let name, let type, let value):
      let annotation = type.map { ": \($0.text)" } ?? ""
      print(value, after: "\(access)static let \(name)\(annotation) = ")
    case .computed(let name, let type, let value):
      print("\(access)var \(name): \(type.text) {")
      indented { $0.print(value) }
      print("}")
    case .function(let function): print(function, access: access)
    }
  }

  private mutating func print(_ structure: SwiftStructure, access: String) {
    let conformances = structure.conformances.joined(separator: ", ")
    let inheritance = conformances.isEmpty ? "" : ": \(conformances)"
    print("\(access)nonisolated struct \(structure.name)\(inheritance) {")
    indented { printer in
      printer.separated(structure.members) { $0.print($1) }
    }
    print("}")
  }

  private mutating func print(_ function: SwiftFunction, access: String) {
    let parameters = function.parameters.map(\.text).joined(separator: ", ")
    let effects = function.doesThrow ? " throws" : ""
    let result = function.result.map { " -> \($0.text)" } ?? ""
    let line = "\(access)\(function.introducer)(\(parameters))\(effects)\(result) {"
    if line.count <= room {
      print(line)
    } else {
      print("\(access)\(function.introducer)(")
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
