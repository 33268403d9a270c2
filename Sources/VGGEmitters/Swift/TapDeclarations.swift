import VGGGraph

/// The names of a network's tapped layers in generated code: those from the paper, which are identifiers.
func tapNames(_ graph: ModelGraph, _ names: [String]) -> [String] {
  graph.taps.map { names[$0.layer] }
}

/// `public struct Taps: NetworkTaps`, with a typed property for each tap.
///
/// - Parameter names: The paper's names of all layers.
func tapsStructure(
  _ graph: ModelGraph, _ names: [String], access: AccessLevel
) -> SwiftDeclaration {
  let tapNames = tapNames(graph, names)
  let properties = zip(graph.tappedLayers, tapNames).map { tapped, name in
    SwiftDeclaration(
      access: access,
      documentation: [
        .paragraph("The values after `\(tapped.layer.name)`: \(tapped.layer.output).")
      ],
      kind: .property(name: name, type: tapped.layer.output.swiftType))
  }
  let values = zip(graph.taps, tapNames).map { tap, name in
    SwiftExpression.call(
      "NamedValues", SwiftArgument(.string(tap.name)), SwiftArgument(.identifier(name)))
  }
  let named = SwiftDeclaration(
    access: access,
    documentation: [.paragraph("The values by their names in the configuration.")],
    kind: .computed(name: "named", type: .array(of: "NamedValues"), .array(values)))
  return SwiftDeclaration(
    access: access,
    documentation: [.paragraph("The outputs other than the last, by the names of their layers.")],
    kind: .structure(
      SwiftStructure(
        name: "Taps", conformances: ["NetworkTaps"], members: AnySequence(properties + [named]))))
}

/// `outputs(of:)`, which returns the output and the taps.
func tappedForwardPass(
  _ graph: ModelGraph, _ names: [String], access: AccessLevel
) -> SwiftDeclaration {
  SwiftDeclaration(
    access: access,
    documentation: [.paragraph("\(graph.outputMeaning) of one image, and the taps.")],
    kind: .function(
      SwiftFunction(
        introducer: "func outputs",
        parameters: [
          SwiftParameter(label: "of", name: "image", type: Shape.map(graph.input).swiftType)
        ],
        result: .tuple(("output", graph.output.swiftType), ("taps", SwiftType("Taps"))),
        body: AnySequence { ForwardPass(of: graph, names: names, argument: "image") })))
}
