import VGGGraph

/// `main.swift` of a generated package: passes the network to the runtime's `ClassifierProgram`, or to
/// its `FeatureProgram` if it has no classes.
func mainProgram(_ network: NamedNetwork, _ provenance: Provenance) -> SwiftFile {
  let (graph, name) = (network.graph, network.typeName)
  let type = SwiftExpression.identifier(name)
  var arguments = [
    SwiftArgument("name", .string(name)),
    SwiftArgument("preprocessing", .member(type, "preprocessing")),
  ]
  let loaded = SwiftExpression.call(name, SwiftArgument("weights", .identifier("weights")))
  let output = SwiftExpression.call(loaded, [SwiftArgument(.identifier("image"))])
  let tapped = loaded.calling("outputs", SwiftArgument("of", .identifier("image")))
  func runs(_ label: String, _ value: SwiftExpression) -> SwiftArgument {
    SwiftArgument(label, .closure(["weights", "image"], .try(value)))
  }
  let program: String
  switch graph.outcome {
  case .scores, .probabilities:
    program = "ClassifierProgram"
    arguments.append(SwiftArgument("labels", .member(type, "labels")))
    if graph.outcome == .probabilities {
      arguments.append(SwiftArgument("output", .member(nil, "probabilities")))
    }
    arguments.append(graph.taps.isEmpty ? runs("network", output) : runs("tappedNetwork", tapped))
  case .features:
    program = "FeatureProgram"
    if graph.taps.isEmpty {
      arguments.append(
        SwiftArgument("shape", .array(graph.output.dimensions.map { .integer($0) })))
      arguments.append(runs("network", .member(output, "values")))
    } else {
      arguments.append(runs("tappedNetwork", tapped))
    }
  }
  return SwiftFile(
    header: [.paragraph(provenance.sentence)], imports: [.plain("VGGRuntime")],
    statements: [
      .constant("program", .call(.identifier(program), arguments)),
      .expression(SwiftExpression.identifier("program").calling("main")),
    ])
}
