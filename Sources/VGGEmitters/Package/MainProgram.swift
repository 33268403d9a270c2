import VGGGraph
import VGGPhotoFit
import VGGSpec

/// `main.swift` of a generated package: passes the network to the runtime's `ClassifierProgram`, or to
/// its `FeatureProgram` if it has no classes.
func mainProgram(_ network: NamedNetwork, _ provenance: Provenance) -> SwiftFile {
  let (graph, name) = (network.graph, network.typeName)
  var arguments = [
    SwiftArgument("name", .string(name)), SwiftArgument("preprocessing", imagePreprocessing(graph)),
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
    if graph.labels != nil { arguments.append(SwiftArgument("labels", .identifier("labels"))) }
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
    header: [.paragraph(provenance.sentence)], imports: ["VGGRuntime"],
    statements: [
      .constant("program", .call(.identifier(program), arguments)),
      .expression(SwiftExpression.identifier("program").calling("main")),
    ])
}

/// `ImagePreprocessing(resize: 256, mean: […], deviation: […])`.
///
/// The runtime takes one mean and one deviation per channel; pictures have one channel or three.
func imagePreprocessing(_ graph: ModelGraph) -> SwiftExpression {
  let preprocessing = graph.preprocessing
  let values = preprocessing.perChannel(of: graph.input.channels)
  var arguments = [SwiftArgument("resize", expression(preprocessing.resize))]
  if preprocessing.interpolation != LanguageDefaults.interpolation {
    arguments.append(
      SwiftArgument("interpolation", .member(nil, preprocessing.interpolation.rawValue)))
  }
  arguments.append(SwiftArgument("mean", .array(values.mean.map { .number($0) })))
  arguments.append(SwiftArgument("deviation", .array(values.deviation.map { .number($0) })))
  return .call(.identifier("ImagePreprocessing"), arguments)
}

private func expression(_ resize: PhotoResize) -> SwiftExpression {
  func sized(_ name: String, height: Int, width: Int) -> SwiftExpression {
    .call(
      .member(nil, name),
      [SwiftArgument("height", .integer(height)), SwiftArgument("width", .integer(width))])
  }
  return switch resize {
  case .shorterSide(let side): .integer(side)
  case .size(let height, let width): sized("size", height: height, width: width)
  case .cover(let height, let width): sized("cover", height: height, width: width)
  case .unchanged: .member(nil, "unchanged")
  }
}
