import VGGGraph

/// `main.swift` of a generated package: hands the network to the runtime's `ClassifierProgram`.
func mainProgram(_ network: NamedNetwork, _ provenance: Provenance) -> SwiftFile {
  let (graph, name) = (network.graph, network.typeName)
  var arguments = [
    SwiftArgument("name", .string(name)), SwiftArgument("preprocessing", imagePreprocessing(graph)),
  ]
  if graph.labels != nil { arguments.append(SwiftArgument("labels", .identifier("labels"))) }
  if graph.givesProbabilities {
    arguments.append(SwiftArgument("output", .member(nil, "probabilities")))
  }
  let classification = SwiftExpression.call(
    .call(name, SwiftArgument("weights", .identifier("weights"))),
    [SwiftArgument(.identifier("image"))])
  arguments.append(SwiftArgument("network", .closure(["weights", "image"], .try(classification))))
  return SwiftFile(
    header: [.paragraph(provenance.sentence)], imports: ["VGGRuntime"],
    statements: [
      .constant("program", .call(.identifier("ClassifierProgram"), arguments)),
      .expression(SwiftExpression.identifier("program").calling("main")),
    ])
}

/// `ImagePreprocessing(resize: 256, mean: […], deviation: […])`.
///
/// The runtime takes one mean and one deviation a channel; pictures have one channel or three.
func imagePreprocessing(_ graph: ModelGraph) -> SwiftExpression {
  let values = graph.preprocessing.perChannel(of: graph.input.channels)
  return .call(
    "ImagePreprocessing", SwiftArgument("resize", .integer(graph.preprocessing.resize)),
    SwiftArgument("mean", .array(values.mean.map { .number($0) })),
    SwiftArgument("deviation", .array(values.deviation.map { .number($0) })))
}
