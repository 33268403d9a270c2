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
  let preprocessing = graph.preprocessing
  let stated = max(preprocessing.mean.count, preprocessing.deviation.count)
  let count = [1, 3].contains(graph.input.channels) ? graph.input.channels : stated
  func perChannel(_ values: [Double]) -> SwiftExpression {
    let all = values.count == 1 ? [Double](repeating: values[0], count: count) : values
    return .array(all.map { .number($0) })
  }
  return .call(
    "ImagePreprocessing", SwiftArgument("resize", .integer(preprocessing.resize)),
    SwiftArgument("mean", perChannel(preprocessing.mean)),
    SwiftArgument("deviation", perChannel(preprocessing.deviation)))
}
