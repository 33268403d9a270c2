import VGGGraph
import VGGPhotoFit
import VGGSpec

/// The configuration's settings in addition to its layers, as static constants of the generated type: `labels`, if the
/// network has classes, and `preprocessing`.
func settingConstants(_ graph: ModelGraph, _ access: AccessLevel) -> [SwiftDeclaration] {
  let preprocessing = SwiftDeclaration(
    access: access,
    documentation: [
      .paragraph("The conversion of a picture to the network's input.")
    ],
    kind: .constant(name: "preprocessing", imagePreprocessing(graph)))
  guard graph.outcome != .features else { return [preprocessing] }
  let labels = graph.labels ?? []
  return [
    SwiftDeclaration(
      access: access,
      documentation: [
        .paragraph(
          labels.isEmpty
            ? "The names of the classes: none, since the configuration has no `labels`."
            : "The names of the classes, in the order of the outputs and of training.")
      ],
      kind: .constant(
        name: "labels", type: .array(of: "String"), .array(labels.map { .string($0) }))),
    preprocessing,
  ]
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
